package io.github.guerdon.critic.source;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.DoubleLiteralExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Computes constant expressions as Java does, mathematical functions included. */
public final class Constants {

  private final Program program;
  private final boolean functions;
  private final IdentityHashMap<Variable, Optional<Object>> known = new IdentityHashMap<>();

  /** Makes one for a program. */
  public Constants(Program program) {
    this(program, true);
  }

  private Constants(Program program, boolean functions) {
    this.program = program;
    this.functions = functions;
  }

  /** Makes one that knows what the Java language calls constant, which no call is. */
  public static Constants ofLanguage(Program program) {
    return new Constants(program, false);
  }

  /** Returns a constant's value converted to its type, or nothing if it is not constant. */
  public Optional<Object> of(Variable constant) {
    boolean fixed = constant.role() == Variable.Role.CONSTANT || constant.finalLocal();
    if (!fixed || !constant.type().primitive()) {
      return Optional.empty();
    }
    Optional<Object> before = known.get(constant);
    if (before == null) {
      known.put(constant, Optional.empty()); // What it is while it is computed from itself.
      before = constant.initialiser().flatMap(this::of).flatMap(v -> cast(v, constant.type()));
      known.put(constant, before);
    }
    return before;
  }

  /** Returns an expression's value as a boxed primitive, or nothing if it is not constant. */
  public Optional<Object> of(Expression expression) {
    Expression e = Trees.bare(expression);
    Optional<Object> known =
        program.libraryConstant(e).or(() -> program.variable(e).flatMap(this::of));
    if (known.isPresent()) {
      return known;
    } else if (e instanceof DoubleLiteralExpr literal) {
      String text = literal.getValue().replace("_", "");
      return Optional.of(
          program.type(e).name().equals("float")
              ? (Object) Float.parseFloat(text)
              : (Object) Double.parseDouble(text));
    } else if (e instanceof IntegerLiteralExpr literal) {
      return integer(literal.getValue());
    } else if (e instanceof LongLiteralExpr literal) {
      return longer(literal.getValue());
    } else if (e instanceof BooleanLiteralExpr literal) {
      return Optional.of(literal.getValue());
    } else if (e instanceof CharLiteralExpr literal) {
      return character(literal.getValue());
    } else if (e instanceof CastExpr cast) {
      return of(cast.getExpression()).flatMap(v -> cast(v, Resolver.typeOf(cast.getType())));
    } else if (e instanceof UnaryExpr unary) {
      return of(unary.getExpression()).flatMap(v -> unary(unary.getOperator(), v));
    } else if (e instanceof BinaryExpr binary) {
      Optional<Object> left = of(binary.getLeft());
      return left.isEmpty()
          ? left
          : of(binary.getRight()).flatMap(r -> binary(binary.getOperator(), left.get(), r));
    } else if (e instanceof ConditionalExpr choice) {
      // Each once: chains of choices would take twice as long with each link.
      Optional<Object> then = of(choice.getThenExpr());
      Optional<Object> otherwise = of(choice.getElseExpr());
      return of(choice.getCondition())
          .filter(c -> functions || (then.isPresent() && otherwise.isPresent()))
          .flatMap(c -> c.equals(true) ? then : otherwise)
          .flatMap(v -> cast(v, program.type(choice)));
    } else if (e instanceof MethodCallExpr call
        && program.target(call) instanceof Target.Library library) {
      return call(library.member(), call.getArguments());
    }
    return Optional.empty();
  }

  /** Returns whether an expression is constant and keeps its value in a whole-number type. */
  public boolean fits(Expression expression, Type type) {
    return of(expression)
        .filter(
            v ->
                v instanceof Integer
                    || v instanceof Character
                    || v instanceof Short
                    || v instanceof Byte)
        .filter(
            v -> cast(v, type).filter(c -> cast(c, Type.INT).equals(cast(v, Type.INT))).isPresent())
        .isPresent();
  }

  private static Optional<Object> character(String written) {
    String text = written.startsWith("\\") ? written.translateEscapes() : written;
    return text.length() == 1 ? Optional.of(text.charAt(0)) : Optional.empty();
  }

  /** Converts a constant number to a primitive type. */
  public Object convert(Object value, Type type) {
    return cast(value, type).orElse(value);
  }

  /** Returns an expression's value if it is a constant {@code int}. */
  public OptionalInt integer(Expression expression) {
    return of(expression)
        .filter(v -> v instanceof Integer || v instanceof Character)
        .map(v -> OptionalInt.of(v instanceof Character c ? c : (Integer) v))
        .orElse(OptionalInt.empty());
  }

  private static Optional<Object> integer(String text) {
    Optional<Object> value = longer(text);
    boolean decimal = text.length() < 2 || text.charAt(0) != '0';
    return value
        .map(v -> (Long) v)
        .filter(v -> v <= (decimal ? Integer.MAX_VALUE + 1L : 0xFFFF_FFFFL) && v >= 0)
        .map(Long::intValue);
  }

  private static Optional<Object> longer(String text) {
    String digits = text.replace("_", "").toLowerCase(Locale.ROOT);
    digits = digits.endsWith("l") ? digits.substring(0, digits.length() - 1) : digits;
    try {
      if (digits.startsWith("0x")) {
        return Optional.of(Long.parseUnsignedLong(digits.substring(2), 16));
      } else if (digits.startsWith("0b")) {
        return Optional.of(Long.parseUnsignedLong(digits.substring(2), 2));
      } else if (digits.length() > 1 && digits.startsWith("0")) {
        return Optional.of(Long.parseUnsignedLong(digits.substring(1), 8));
      }
      return Optional.of(Long.parseUnsignedLong(digits));
    } catch (NumberFormatException e) {
      return Optional.empty(); // Too large: the compiler says so.
    }
  }

  /** Converts as an assignment or a cast does. */
  static Optional<Object> cast(Object value, Type type) {
    if (value instanceof Boolean) {
      return type.equals(Type.BOOLEAN) ? Optional.of(value) : Optional.empty();
    }
    Number n = value instanceof Character c ? Integer.valueOf(c) : (Number) value;
    boolean fraction = value instanceof Double || value instanceof Float;
    return switch (type.name()) {
      case "double" -> Optional.of(n.doubleValue());
      case "float" -> Optional.of(n.floatValue());
      case "long" -> Optional.of(fraction ? (long) n.doubleValue() : n.longValue());
      case "int" -> Optional.of(whole(n, fraction));
      case "short" -> Optional.of((short) whole(n, fraction));
      case "byte" -> Optional.of((byte) whole(n, fraction));
      case "char" -> Optional.of((char) whole(n, fraction));
      default -> Optional.empty();
    };
  }

  private static int whole(Number n, boolean fraction) {
    return fraction ? (int) n.doubleValue() : n.intValue();
  }

  private static Optional<Object> unary(UnaryExpr.Operator operator, Object value) {
    return switch (operator) {
      case PLUS -> arithmetic(BinaryExpr.Operator.MINUS, value, 0);
      case MINUS ->
          value instanceof Double d
              ? Optional.of(-d)
              : value instanceof Float f
                  ? Optional.of(-f)
                  : arithmetic(BinaryExpr.Operator.MINUS, 0, value);
      case LOGICAL_COMPLEMENT -> value instanceof Boolean b ? Optional.of(!b) : Optional.empty();
      case BITWISE_COMPLEMENT -> arithmetic(BinaryExpr.Operator.XOR, value, -1);
      default -> Optional.empty();
    };
  }

  private static Optional<Object> binary(BinaryExpr.Operator operator, Object left, Object right) {
    if (left instanceof Boolean a && right instanceof Boolean b) {
      return switch (operator) {
        case AND, BINARY_AND -> Optional.of(a && b);
        case OR, BINARY_OR -> Optional.of(a || b);
        case XOR, NOT_EQUALS -> Optional.of(!a.equals(b));
        case EQUALS -> Optional.of(a.equals(b));
        default -> Optional.empty();
      };
    }
    return left instanceof Boolean || right instanceof Boolean
        ? Optional.empty()
        : arithmetic(operator, left, right);
  }

  private static Optional<Object> arithmetic(BinaryExpr.Operator operator, Object a, Object b) {
    Number left = a instanceof Character c ? Integer.valueOf(c) : (Number) a;
    Number right = b instanceof Character c ? Integer.valueOf(c) : (Number) b;
    boolean shift =
        operator == BinaryExpr.Operator.LEFT_SHIFT
            || operator == BinaryExpr.Operator.SIGNED_RIGHT_SHIFT
            || operator == BinaryExpr.Operator.UNSIGNED_RIGHT_SHIFT;
    if (left instanceof Double || right instanceof Double) {
      return Arithmetic.doubles(operator, left.doubleValue(), right.doubleValue());
    } else if (left instanceof Float || right instanceof Float) {
      return Arithmetic.floats(operator, left.floatValue(), right.floatValue());
    } else if (left instanceof Long || (right instanceof Long && !shift)) {
      return Arithmetic.longs(operator, left.longValue(), right.longValue());
    }
    return Arithmetic.ints(operator, left.intValue(), right.intValue());
  }

  private Optional<Object> call(Member member, List<Expression> arguments) {
    if (!functions || member.name().equals("potential")) {
      return Optional.empty();
    }
    Object[] values = new Object[arguments.size()];
    for (int i = 0; i < values.length; i++) {
      Type wanted = member.parameters().get(i);
      Optional<Object> value = of(arguments.get(i)).flatMap(v -> cast(v, wanted));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values[i] = value.get();
    }
    String owner = member.owner().equals("Math") ? "StrictMath" : member.owner();
    Method method =
        Arrays.stream(Api.holderClass(owner).getMethods())
            .filter(m -> m.getName().equals(member.name()))
            .filter(
                m ->
                    Arrays.stream(m.getParameterTypes())
                        .map(Class::getSimpleName)
                        .toList()
                        .equals(member.parameters().stream().map(Type::name).toList()))
            .findFirst()
            .orElseThrow();
    try {
      return Optional.of(method.invoke(null, values));
    } catch (InvocationTargetException e) {
      return Optional.empty(); // floorMod(1, 0): it fails when it runs.
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(method + " is public", e);
    }
  }
}
