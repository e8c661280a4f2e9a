package io.github.guerdon.critic.compile;

/** Writes constant values as Java. */
final class Literals {

  private Literals() {}

  static String of(Object value) {
    if (value instanceof Double d) {
      return ofDouble(d);
    } else if (value instanceof Float f) {
      return ofFloat(f);
    } else if (value instanceof Long l) {
      return l == Long.MIN_VALUE ? "(-9223372036854775807L - 1L)" : signed(l + "L");
    } else if (value instanceof Integer i) {
      return i == Integer.MIN_VALUE ? "(-2147483647 - 1)" : signed(i.toString());
    } else if (value instanceof Character c) {
      return "((char) " + (int) c + ")";
    } else if (value instanceof Short s) {
      return "((short) " + s + ")";
    } else if (value instanceof Byte b) {
      return "((byte) " + b + ")";
    }
    return value.toString();
  }

  private static String signed(String text) {
    return text.startsWith("-") ? "(" + text + ")" : text;
  }

  private static String ofDouble(double d) {
    if (Double.isNaN(d)) {
      return "(0.0 / 0.0)";
    } else if (Double.isInfinite(d)) {
      return d > 0 ? "(1.0 / 0.0)" : "(-1.0 / 0.0)";
    }
    return signed(Double.toString(d));
  }

  private static String ofFloat(float f) {
    if (Float.isNaN(f)) {
      return "(0.0f / 0.0f)";
    } else if (Float.isInfinite(f)) {
      return f > 0 ? "(1.0f / 0.0f)" : "(-1.0f / 0.0f)";
    }
    return signed(f + "f");
  }
}
