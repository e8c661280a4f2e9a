package io.github.guerdon.critic.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.DoubleLiteralExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LiteralStringValueExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.SwitchEntry;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds out what the names in a tree mean: expressions and their types. */
final class ExpressionResolver {

  private final Program program;
  private final Scopes scopes;
  private final Calls calls;
  private final Consumer<List<SwitchEntry>> entries;

  ExpressionResolver(Program program, Scopes scopes, Consumer<List<SwitchEntry>> entries) {
    this.program = program;
    this.scopes = scopes;
    this.entries = entries;
    calls = new Calls(program, this);
  }

  void within(Function function) {
    calls.within(function);
  }

  /** Resolves an expression and all in it. */
  Type visit(Expression expression) {
    Type type = resolve(expression);
    program.types.put(expression, type);
    return type;
  }

  private Type resolve(Expression e) {
    if (e instanceof NameExpr name) {
      return name(name);
    } else if (e instanceof MethodCallExpr call) {
      return calls.visit(call);
    } else if (e instanceof FieldAccessExpr field) {
      return field(field);
    } else if (e instanceof BinaryExpr binary) {
      return binary(binary);
    } else if (e instanceof UnaryExpr unary) {
      return unary(unary);
    } else if (e instanceof AssignExpr assign) {
      Type target = visit(assign.getTarget());
      visit(assign.getValue());
      written(assign.getTarget(), assign);
      return target;
    } else if (e instanceof EnclosedExpr enclosed) {
      return visit(enclosed.getInner());
    } else if (e instanceof ConditionalExpr choice) {
      visit(choice.getCondition());
      visit(choice.getThenExpr());
      visit(choice.getElseExpr());
      return scopes.unite(List.of(choice.getThenExpr(), choice.getElseExpr()));
    } else if (e instanceof CastExpr cast) {
      visit(cast.getExpression());
      return Resolver.typeOf(cast.getType());
    } else if (e instanceof ArrayAccessExpr access) {
      visit(access.getIndex());
      Type array = visit(access.getName());
      return array.group() ? Type.ERROR : array.element();
    } else if (e instanceof ArrayCreationExpr creation) {
      creation.getLevels().forEach(l -> l.getDimension().ifPresent(this::visit));
      creation.getInitializer().ifPresent(this::visit);
      Type element = Resolver.typeOf(creation.getElementType());
      return element.known() ? new Type(element.name(), creation.getLevels().size()) : Type.FOREIGN;
    } else if (e instanceof ArrayInitializerExpr list) {
      list.getValues().forEach(this::visit);
      return Type.ERROR;
    } else if (e instanceof SwitchExpr choice) {
      visit(choice.getSelector());
      scopes.enter(choice);
      entries.accept(choice.getEntries());
      return scopes.leave();
    }
    return literal(e);
  }

  private Type literal(Expression e) {
    if (e instanceof DoubleLiteralExpr number) {
      return number.getValue().toLowerCase(Locale.ROOT).endsWith("f")
              && !number.getValue().toLowerCase(Locale.ROOT).startsWith("0x")
          ? Type.of("float")
          : Type.DOUBLE;
    } else if (e instanceof IntegerLiteralExpr) {
      return Type.INT;
    } else if (e instanceof LongLiteralExpr) {
      return Type.of("long");
    } else if (e instanceof CharLiteralExpr) {
      return Type.of("char");
    } else if (e instanceof LiteralStringValueExpr) {
      return Type.STRING;
    } else if (e instanceof BooleanLiteralExpr) {
      return Type.BOOLEAN;
    } else if (e instanceof NullLiteralExpr) {
      return Type.NULL;
    } else if (e instanceof ThisExpr) {
      return Type.FOREIGN;
    }
    // Kinds of expressions that rewards may not use: what stands in them is looked at all the same.
    insides(e).forEach(this::visit);
    return Type.FOREIGN;
  }

  private static Stream<Expression> insides(Node node) {
    return node.getChildNodes().stream()
        .flatMap(n -> n instanceof Expression e ? Stream.of(e) : insides(n));
  }

  private Type name(NameExpr name) {
    Optional<Variable> variable = scopes.find(name.getNameAsString(), name);
    if (variable.isPresent()) {
      return variable.get().type();
    }
    for (String holder : calls.staticImports()) {
      Optional<Object> constant = Api.constant(holder, name.getNameAsString());
      if (constant.isPresent()) {
        return libraryConstant(name, holder, constant.get());
      }
    }
    boolean imported = calls.importedFromElsewhere(name.getNameAsString());
    complain(
        imported ? "API" : "COMPILE_ERROR",
        name,
        (imported ? "an import of something outside the reward API brings nothing: " : "")
            + "no variable "
            + Quote.name(name.getNameAsString())
            + " here"
            + Suggestion.phrase(
                name.getNameAsString(),
                program.declared.stream().map(Variable::name).collect(Collectors.toSet())));
    return Type.ERROR;
  }

  private Type field(FieldAccessExpr field) {
    String name = field.getNameAsString();
    Optional<String> owner = calls.classNamed(field.getScope());
    if (owner.isPresent()) {
      program.simpleTypes.add(owner.get());
      Optional<Object> constant = Api.constant(owner.get(), name);
      if (constant.isPresent()) {
        return libraryConstant(field, owner.get(), constant.get());
      }
    }
    boolean own =
        field.getScope() instanceof ThisExpr || owner.filter("Reward"::equals).isPresent();
    if (own) {
      Optional<Variable> constant = scopes.constant(name, field);
      if (constant.isPresent()) {
        return constant.get().type();
      }
    }
    if (own || owner.isPresent() || calls.foreignPath(field.getScope())) {
      complain("API", field, "no constant " + Quote.name(field.toString()) + " in the reward API");
      return Type.FOREIGN;
    }
    Type scope = visit(field.getScope());
    if (scope.dimensions() > 0 && name.equals("length")) {
      return Type.INT;
    }
    if (scope.known()) {
      boolean method = Api.memberNames(scope.name()).contains(name);
      complain(
          "API",
          field,
          scope
              + " has no field "
              + Quote.name(name)
              + (method ? "; call the method: " + name + "()" : ""));
    }
    return Type.ERROR;
  }

  private Type libraryConstant(Expression use, String owner, Object value) {
    program.libraryOwners.put(use, owner);
    program.libraryConstants.put(use, value);
    return Map.<Class<?>, Type>of(
            Double.class,
            Type.DOUBLE,
            Integer.class,
            Type.INT,
            Long.class,
            Type.of("long"),
            Float.class,
            Type.of("float"))
        .getOrDefault(value.getClass(), Type.ERROR);
  }

  private Type unary(UnaryExpr unary) {
    Type operand = visit(unary.getExpression());
    switch (unary.getOperator()) {
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> {
        written(unary.getExpression(), unary);
        return operand;
      }
      case LOGICAL_COMPLEMENT -> {
        return Type.BOOLEAN;
      }
      default -> {
        if (operand.api()) {
          complain("COMPILE_ERROR", unary, vectorHint(operand, unary.getOperator().asString()));
          return Type.ERROR;
        }
        return operand.promoted();
      }
    }
  }

  private Type binary(BinaryExpr binary) {
    Type left = visit(binary.getLeft());
    Type right = visit(binary.getRight());
    boolean objects = left.api() || right.api();
    String sign = binary.getOperator().asString();
    switch (binary.getOperator()) {
      case EQUALS, NOT_EQUALS -> {
        if (objects || left.dimensions() > 0 || right.dimensions() > 0) {
          complain(
              "API",
              binary,
              "objects are not compared with "
                  + sign
                  + ": the host may reuse or copy them; compare numbers");
        }
        return Type.BOOLEAN;
      }
      case OR, AND, LESS, GREATER, LESS_EQUALS, GREATER_EQUALS -> {
        if (objects) {
          complain("COMPILE_ERROR", binary, vectorHint(left.api() ? left : right, sign));
        }
        return Type.BOOLEAN;
      }
      case LEFT_SHIFT, SIGNED_RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT -> {
        return left.promoted();
      }
      default -> {
        if (left.equals(Type.STRING) || right.equals(Type.STRING)) {
          return Type.STRING;
        }
        if (objects) {
          complain("COMPILE_ERROR", binary, vectorHint(left.api() ? left : right, sign));
          return Type.ERROR;
        }
        return left.equals(Type.BOOLEAN) && right.equals(Type.BOOLEAN)
            ? Type.BOOLEAN
            : left.promoted(right);
      }
    }
  }

  private static String vectorHint(Type type, String sign) {
    Map<String, String> methods = Map.of("+", "plus", "-", "minus", "*", "times");
    return type
        + " has no operator "
        + sign
        + (type.name().equals("Vector3") && methods.containsKey(sign)
            ? "; call " + methods.get(sign) + "(…)"
            : "; operators are for numbers");
  }

  private void written(Expression target, Expression by) {
    Expression root = Trees.bare(target);
    while (root instanceof ArrayAccessExpr access) {
      root = Trees.bare(access.getName());
    }
    program.variable(root).ifPresent(v -> v.writes().add(by));
  }

  void complain(String rule, Expression where, String message) {
    program.complaints.add(new Program.Complaint(rule, where, message));
  }

  Optional<Variable> find(NameExpr name) {
    return scopes.find(name.getNameAsString(), name);
  }
}
