package io.github.guerdon.generator.design.offline;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as a person writes them: four digits that count. */
final class Decimals {

  private Decimals() {}

  static double round(double value) {
    return round(value, 4);
  }

  static double round(double value, int digits) {
    return Double.isFinite(value) && value != 0
        ? new BigDecimal(value).round(new MathContext(digits)).doubleValue()
        : value;
  }

  /** Returns the Java literal of a rounded number. */
  static String literal(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "1e6" : "-1e6";
    }
    double magnitude = Math.abs(value);
    if (value == 0 || (magnitude >= 1e-4 && magnitude < 1e7)) {
      String plain = new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
      return plain.contains(".") ? plain : plain + ".0";
    }
    return Double.toString(value);
  }
}
