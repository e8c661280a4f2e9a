package io.github.guerdon.critic.compile;

import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import io.github.guerdon.critic.source.Constants;
import io.github.guerdon.critic.source.Member;
import io.github.guerdon.critic.source.Program;
import io.github.guerdon.critic.source.Target;
import io.github.guerdon.critic.source.Trees;
import io.github.guerdon.critic.source.Type;
import io.github.guerdon.critic.source.Variable;
import io.github.guerdon.reward.slot.TermName;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes accepted expressions as Java that Janino compiles correctly: constants are computed here,
 * conversions are explicit, everything is in parentheses.
 */
final class ExpressionLowering {

  private final Program program;
  private final Constants constants;
  private final Reads reads;
  private final List<String> terms;
  private final Names names;
  private final Function<SwitchExpr, String> switches;

  ExpressionLowering(
      Program program,
      Reads reads,
      List<String> terms,
      Names names,
      Function<SwitchExpr, String> switches) {
    this.program = program;
    this.constants = new Constants(program);
    this.reads = reads;
    this.terms = terms;
    this.names = names;
    this.switches = switches;
  }

  /** Writes an expression where a value of some type is wanted. */
  String as(Type wanted, Expression expression) {
    if (Trees.bare(expression) instanceof ArrayInitializerExpr list) {
      return "new " + Names.type(wanted) + " " + elements(list, wanted.element());
    }
    Type type = program.type(expression);
    Optional<Object> constant = constants.of(expression);
    if (type.equals(wanted) || !wanted.numeric() || !type.numeric()) {
      return of(expression);
    }
    if (constant.isPresent() && type.widensTo(wanted)) {
      return Literals.of(constants.convert(constant.get(), wanted));
    }
    return type.widensTo(wanted) ? "((" + wanted + ") " + of(expression) + ")" : of(expression);
  }

  /** Writes an expression as it is. */
  String of(Expression expression) {
    Expression e = Trees.bare(expression);
    Optional<Object> constant = constants.of(e);
    if (constant.isPresent()) {
      return Literals.of(constant.get());
    }
    Optional<Variable> variable = program.variable(e);
    if (variable.isPresent()) {
      return names.of(variable.get());
    } else if (e instanceof MethodCallExpr call) {
      return call(call);
    } else if (e instanceof BinaryExpr binary) {
      return binary(binary);
    } else if (e instanceof UnaryExpr unary) {
      return unary(unary);
    } else if (e instanceof AssignExpr assign) {
      return assign(assign);
    } else if (e instanceof ConditionalExpr choice) {
      Type type = program.type(choice);
      return "("
          + of(choice.getCondition())
          + " ? "
          + as(type, choice.getThenExpr())
          + " : "
          + as(type, choice.getElseExpr())
          + ")";
    } else if (e instanceof CastExpr cast) {
      return "((" + cast.getType().asString() + ") " + of(cast.getExpression()) + ")";
    } else if (e instanceof ArrayAccessExpr access) {
      return mark(e) + of(access.getName()) + "[" + of(access.getIndex()) + "]";
    } else if (e instanceof FieldAccessExpr field) {
      return of(field.getScope()) + "." + field.getNameAsString();
    } else if (e instanceof ArrayCreationExpr creation) {
      return creation(creation);
    } else if (e instanceof SwitchExpr choice) {
      return switches.apply(choice);
    }
    throw new IllegalStateException(
        e.getClass().getSimpleName() + " passed the rules and cannot be lowered");
  }

  private static String mark(Expression e) {
    return LoweredText.at(Trees.line(e));
  }

  private String binary(BinaryExpr binary) {
    String sign = binary.getOperator().asString();
    boolean shift = sign.equals("<<") || sign.equals(">>") || sign.equals(">>>");
    Type left = program.type(binary.getLeft());
    Type right = program.type(binary.getRight());
    boolean numbers = left.numeric() && right.numeric();
    Type common = shift ? left.promoted() : left.promoted(right);
    String divisor = numbers && !shift ? as(common, binary.getRight()) : of(binary.getRight());
    if ((sign.equals("/") || sign.equals("%"))
        && common.integral()
        && constants.of(binary.getRight()).filter(ExpressionLowering::zero).isPresent()) {
      // Janino refuses what Java only punishes when it runs.
      divisor = common.equals(Type.INT) ? "Integer.sum(0, 0)" : "Long.sum(0L, 0L)";
    }
    return "("
        + (numbers ? as(common, binary.getLeft()) : of(binary.getLeft()))
        + " "
        + sign
        + " "
        + divisor
        + ")";
  }

  private static boolean zero(Object value) {
    return value instanceof Number n && n.longValue() == 0;
  }

  private String unary(UnaryExpr unary) {
    String sign = unary.getOperator().asString();
    String operand = of(unary.getExpression());
    if (unary.getOperator().isPostfix()) {
      return "(" + operand + sign + ")";
    }
    return "(" + sign + " " + operand + ")";
  }

  private String assign(AssignExpr assign) {
    Type target = program.type(assign.getTarget());
    String sign = assign.getOperator().asString();
    String value = of(assign.getValue());
    if (assign.getOperator() == AssignExpr.Operator.ASSIGN) {
      value = as(target, assign.getValue());
    } else if (target.equals(Type.DOUBLE)) {
      value = as(Type.DOUBLE, assign.getValue());
    }
    return "(" + of(assign.getTarget()) + " " + sign + " " + value + ")";
  }

  private String creation(ArrayCreationExpr creation) {
    Type element = Type.of(creation.getElementType().asString());
    return creation
        .getInitializer()
        .map(list -> "new " + element + "[] " + elements(list, element))
        .orElseGet(
            () ->
                "new "
                    + element
                    + "["
                    + creation.getLevels().get(0).getDimension().map(this::of).orElse("")
                    + "]");
  }

  private String elements(ArrayInitializerExpr list, Type element) {
    return list.getValues().stream()
        .map(v -> as(element, v))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private String call(MethodCallExpr call) {
    Target target = program.target(call);
    if (target instanceof Target.Helper helper) {
      List<Type> types = helper.function().parameters().stream().map(Variable::type).toList();
      return mark(call) + names.of(helper.function()) + arguments(call, types);
    } else if (target instanceof Target.Library library) {
      Member member = library.member();
      // Math may differ in the last digit between machines; StrictMath may not.
      String owner = member.owner().equals("Math") ? "StrictMath" : member.owner();
      return mark(call) + owner + "." + member.name() + arguments(call, member.parameters());
    } else if (target instanceof Target.Accessor accessor) {
      String receiver = call.getScope().map(this::of).orElseThrow();
      return receiver + "." + mark(call) + accessor(call, accessor.member());
    }
    throw new IllegalStateException(
        "call of " + call.getNameAsString() + " passed the rules and cannot be lowered");
  }

  private String accessor(MethodCallExpr call, Member member) {
    if (member.owner().equals("Terms")) {
      String name =
          Trees.plainLiteral(call.getArgument(0)).flatMap(TermName::normalise).orElseThrow();
      return "add(" + terms.indexOf(name) + ", " + as(Type.DOUBLE, call.getArgument(1)) + ")";
    } else if (member.owner().equals("Action") && member.name().equals("of")) {
      return "get(" + reads.control(call) + ")";
    } else if (!member.owner().equals("State")) {
      return member.name() + arguments(call, member.parameters());
    }
    return switch (member.name()) {
      case "body", "site", "geom" -> "frame(" + reads.handle(call) + ")";
      case "joint", "actuator", "tendon" -> "scalar(" + reads.handle(call) + ")";
      case "sensor", "touching", "parameter" -> member.name() + "(" + reads.handle(call) + ")";
      case "bodies", "geoms" -> "frames(" + reads.group(call) + ")";
      case "joints" -> "scalars(" + reads.group(call) + ")";
      case "within" ->
          "within("
              + reads.handle(call)
              + ", "
              + as(Type.DOUBLE, call.getArgument(1))
              + ", "
              + as(Type.DOUBLE, call.getArgument(2))
              + ")";
      default -> member.name() + arguments(call, member.parameters());
    };
  }

  private String arguments(MethodCallExpr call, List<Type> types) {
    StringBuilder list = new StringBuilder("(");
    for (int i = 0; i < types.size(); i++) {
      list.append(i == 0 ? "" : ", ").append(as(types.get(i), call.getArgument(i)));
    }
    return list.append(")").toString();
  }
}
