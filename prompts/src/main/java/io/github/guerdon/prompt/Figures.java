package io.github.guerdon.prompt;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as a prompt shows them. */
final class Figures {

  private static final MathContext SIX_DIGITS = new MathContext(6);
  private static final int LONGEST = 12;

  private Figures() {}

  /** Returns a number with six digits at most, without trailing zeros. */
  static String of(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
    }
    BigDecimal rounded = new BigDecimal(value).round(SIX_DIGITS).stripTrailingZeros();
    String plain = rounded.signum() == 0 ? "0" : rounded.toPlainString();
    return plain.length() <= LONGEST ? plain : rounded.toString();
  }

  /** Returns a whole number with its thousands apart. */
  static String of(long value) {
    return String.format(java.util.Locale.ROOT, "%,d", value);
  }
}
