package io.github.guerdon.critic.source;

import com.github.javaparser.ast.expr.BinaryExpr.Operator;
import java.util.Optional;

/** Java's binary operators on each kind of number; nothing where Java would throw. */
final class Arithmetic {

  private Arithmetic() {}

  static Optional<Object> doubles(Operator operator, double a, double b) {
    return switch (operator) {
      case PLUS -> Optional.of(a + b);
      case MINUS -> Optional.of(a - b);
      case MULTIPLY -> Optional.of(a * b);
      case DIVIDE -> Optional.of(a / b);
      case REMAINDER -> Optional.of(a % b);
      case LESS -> Optional.of(a < b);
      case LESS_EQUALS -> Optional.of(a <= b);
      case GREATER -> Optional.of(a > b);
      case GREATER_EQUALS -> Optional.of(a >= b);
      case EQUALS -> Optional.of(a == b);
      case NOT_EQUALS -> Optional.of(a != b);
      default -> Optional.empty();
    };
  }

  static Optional<Object> floats(Operator operator, float a, float b) {
    return switch (operator) {
      case PLUS -> Optional.of(a + b);
      case MINUS -> Optional.of(a - b);
      case MULTIPLY -> Optional.of(a * b);
      case DIVIDE -> Optional.of(a / b);
      case REMAINDER -> Optional.of(a % b);
      default -> doubles(operator, a, b);
    };
  }

  static Optional<Object> longs(Operator operator, long a, long b) {
    return switch (operator) {
      case PLUS -> Optional.of(a + b);
      case MINUS -> Optional.of(a - b);
      case MULTIPLY -> Optional.of(a * b);
      case DIVIDE -> b == 0 ? Optional.empty() : Optional.of(a / b);
      case REMAINDER -> b == 0 ? Optional.empty() : Optional.of(a % b);
      case BINARY_AND -> Optional.of(a & b);
      case BINARY_OR -> Optional.of(a | b);
      case XOR -> Optional.of(a ^ b);
      case LEFT_SHIFT -> Optional.of(a << b);
      case SIGNED_RIGHT_SHIFT -> Optional.of(a >> b);
      case UNSIGNED_RIGHT_SHIFT -> Optional.of(a >>> b);
      default -> compare(operator, a, b);
    };
  }

  static Optional<Object> ints(Operator operator, int a, int b) {
    return switch (operator) {
      case PLUS -> Optional.of(a + b);
      case MINUS -> Optional.of(a - b);
      case MULTIPLY -> Optional.of(a * b);
      case DIVIDE -> b == 0 ? Optional.empty() : Optional.of(a / b);
      case REMAINDER -> b == 0 ? Optional.empty() : Optional.of(a % b);
      case BINARY_AND -> Optional.of(a & b);
      case BINARY_OR -> Optional.of(a | b);
      case XOR -> Optional.of(a ^ b);
      case LEFT_SHIFT -> Optional.of(a << b);
      case SIGNED_RIGHT_SHIFT -> Optional.of(a >> b);
      case UNSIGNED_RIGHT_SHIFT -> Optional.of(a >>> b);
      default -> compare(operator, a, b);
    };
  }

  private static Optional<Object> compare(Operator operator, long a, long b) {
    return switch (operator) {
      case LESS -> Optional.of(a < b);
      case LESS_EQUALS -> Optional.of(a <= b);
      case GREATER -> Optional.of(a > b);
      case GREATER_EQUALS -> Optional.of(a >= b);
      case EQUALS -> Optional.of(a == b);
      case NOT_EQUALS -> Optional.of(a != b);
      default -> Optional.empty();
    };
  }
}
