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
import io.github.guerdon.critic.source.Resolver;
import io.github.guerdon.critic.source.Target;
import io.github.guerdon.critic.source.Trees;
import io.github.guerdon.critic.source.Type;
import io.github.guerdon.critic.source.Variable;
import io.github.guerdon.reward.slot.TermName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Writes accepted expressions as Java that Janino compiles correctly: constants are computed here,
 * conversions are explicit, everything is in parentheses.
 */
final class ExpressionLowering {

  private static final Set<String> SMALL = Set.of("byte", "short", "char");
  private static final Set<String> WIDE = Set.of("long", "float", "double");

  private final Program program;
  private final Constants constants;
  private final Reads reads;
  private final List<String> terms;
  private final Names names;
  private final BiFunction<SwitchExpr, Type, String> switches;
  private final Assignments assignments;

  ExpressionLowering(
      Program program,
      Reads reads,
      List<String> terms,
      Names names,
      BiFunction<SwitchExpr, Type, String> switches) {
    this.program = program;
    this.constants = new Constants(program);
    this.reads = reads;
    this.terms = terms;
    this.names = names;
    this.switches = switches;
    this.assignments = new Assignments(program, names, this);
  }

  /** Writes an expression that is assigned, passed or returned as some type. */
  String assigned(Type wanted, Expression expression) {
    if (Trees.bare(expression) instanceof SwitchExpr choice && wanted.numeric()) {
      return switches.apply(choice, wanted); // Each of its arms is converted on its own.
    }
    return as(wanted, expression);
  }

  /** Writes an expression as an operand of some type. */
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
    if (type.widensTo(wanted)) {
      return "((" + wanted + ") " + of(expression) + ")";
    }
    return constants.fits(expression, wanted)
        ? Literals.of(constants.convert(constants.of(expression).orElseThrow(), wanted))
        : of(expression);
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
      return assignments.of(assign, false);
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
      return cast(
          Resolver.typeOf(cast.getType()),
          program.type(cast.getExpression()),
          of(cast.getExpression()));
    } else if (e instanceof ArrayAccessExpr access) {
      return mark(e) + of(access.getName()) + "[" + of(access.getIndex()) + "]";
    } else if (e instanceof FieldAccessExpr field) {
      return of(field.getScope()) + "." + field.getNameAsString();
    } else if (e instanceof ArrayCreationExpr creation) {
      return creation(creation);
    } else if (e instanceof SwitchExpr choice) {
      return switches.apply(choice, program.type(choice));
    }
    throw new IllegalStateException(
        e.getClass().getSimpleName() + " passed the rules and cannot be lowered");
  }

  /** Writes a cast; Janino forgets the second half of one from a fraction to a small type. */
  static String cast(Type type, Type from, String value) {
    boolean twice = SMALL.contains(type.name()) && WIDE.contains(from.name());
    return "((" + type + ") " + (twice ? "((int) " + value + ")" : value) + ")";
  }

  private static String mark(Expression e) {
    return LoweredText.at(Trees.line(e));
  }

  private String binary(BinaryExpr binary) {
    Type left = program.type(binary.getLeft());
    Type right = program.type(binary.getRight());
    boolean numbers = left.numeric() && right.numeric();
    String operand =
        numbers
            ? as(common(binary.getOperator(), left, right), binary.getLeft())
            : of(binary.getLeft());
    return join(binary.getOperator(), left, operand, binary.getRight());
  }

  /** Writes an operation on a value that is written already and the expression at its right. */
  String binary(BinaryExpr.Operator operator, Type left, String written, Expression right) {
    Type common = common(operator, left, program.type(right));
    boolean convert = left.numeric() && !left.equals(common);
    return join(operator, left, convert ? "((" + common + ") " + written + ")" : written, right);
  }

  private static boolean shift(BinaryExpr.Operator operator) {
    return operator == BinaryExpr.Operator.LEFT_SHIFT
        || operator == BinaryExpr.Operator.SIGNED_RIGHT_SHIFT
        || operator == BinaryExpr.Operator.UNSIGNED_RIGHT_SHIFT;
  }

  static Type common(BinaryExpr.Operator operator, Type left, Type right) {
    return shift(operator) ? left.promoted() : left.promoted(right);
  }

  private String join(BinaryExpr.Operator operator, Type left, String written, Expression right) {
    Type other = program.type(right);
    Type common = common(operator, left, other);
    String divisor;
    if (shift(operator)) {
      // A distance is taken modulo the width, so its low bits are all of it.
      divisor = other.equals(Type.of("long")) ? "((int) " + of(right) + ")" : as(Type.INT, right);
    } else {
      divisor = left.numeric() && other.numeric() ? as(common, right) : of(right);
    }
    boolean divides =
        operator == BinaryExpr.Operator.DIVIDE || operator == BinaryExpr.Operator.REMAINDER;
    if (divides
        && common.integral()
        && constants.of(right).filter(ExpressionLowering::zero).isPresent()) {
      // Janino refuses what Java only punishes when it runs.
      divisor = common.equals(Type.INT) ? "Integer.sum(0, 0)" : "Long.sum(0L, 0L)";
    }
    return "(" + written + " " + operator.asString() + " " + divisor + ")";
  }

  private static boolean zero(Object value) {
    return value instanceof Number n && n.longValue() == 0;
  }

  private String unary(UnaryExpr unary) {
    return switch (unary.getOperator()) {
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
          assignments.of(unary, false);
      default -> "(" + unary.getOperator().asString() + " " + promoted(unary) + ")";
    };
  }

  private String promoted(UnaryExpr unary) {
    Type type = program.type(unary.getExpression());
    return type.numeric() ? as(type.promoted(), unary.getExpression()) : of(unary.getExpression());
  }

  /** Writes an expression that is a statement, without its semicolon. */
  String statement(Expression e) {
    if (e instanceof AssignExpr assign) {
      return assignments.of(assign, true);
    }
    return e instanceof UnaryExpr unary ? assignments.of(unary, true) : of(e);
  }

  Assignments assignments() {
    return assignments;
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
        .map(v -> assigned(element, v))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private String call(MethodCallExpr call) {
    Target target = program.target(call);
    if (target instanceof Target.Helper helper) {
      List<Type> types = helper.function().parameters().stream().map(Variable::type).toList();
      return mark(call)
          + names.of(helper.function())
          + (helper.packed() ? packed(call, types) : arguments(call, types));
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
      return "add(" + terms.indexOf(name) + ", " + assigned(Type.DOUBLE, call.getArgument(1)) + ")";
    } else if (member.owner().equals("Action") && member.name().equals("of")) {
      return "get(" + reads.control(call) + ")";
    } else if (!member.owner().equals("State")) {
      return member.name() + arguments(call, member.parameters());
    }
    return switch (member.name()) {
      case "body", "site", "geom" -> "frame(" + reads.handle(call) + ")";
      case "joint", "actuator", "tendon" -> "scalar(" + reads.handle(call) + ")";
      case "sensor", "field", "touching", "parameter" ->
          member.name() + "(" + reads.handle(call) + ")";
      case "bodies", "geoms" -> "frames(" + reads.group(call) + ")";
      case "joints" -> "scalars(" + reads.group(call) + ")";
      case "within" ->
          "within("
              + reads.handle(call)
              + ", "
              + assigned(Type.DOUBLE, call.getArgument(1))
              + ", "
              + assigned(Type.DOUBLE, call.getArgument(2))
              + ")";
      default -> member.name() + arguments(call, member.parameters());
    };
  }

  private String arguments(MethodCallExpr call, List<Type> types) {
    StringBuilder list = new StringBuilder("(");
    for (int i = 0; i < types.size(); i++) {
      list.append(i == 0 ? "" : ", ").append(assigned(types.get(i), call.getArgument(i)));
    }
    return list.append(")").toString();
  }

  /** Writes arguments of which the last ones go into an array. */
  private String packed(MethodCallExpr call, List<Type> types) {
    int fixed = types.size() - 1;
    Type array = types.get(fixed);
    StringBuilder list = new StringBuilder("(");
    for (int i = 0; i < fixed; i++) {
      list.append(assigned(types.get(i), call.getArgument(i))).append(", ");
    }
    return call.getArguments().stream()
        .skip(fixed)
        .map(a -> assigned(array.element(), a))
        .collect(Collectors.joining(", ", list + "new " + Names.type(array) + " {", "})"));
  }
}
