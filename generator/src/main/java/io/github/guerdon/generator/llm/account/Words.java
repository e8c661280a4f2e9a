package io.github.guerdon.generator.llm.account;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as people read them. */
final class Words {

  private Words() {}

  static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  static String count(long value, String thing) {
    return number(value) + " " + thing + (value == 1 ? "" : "s");
  }

  /** Returns an amount with cents, or with two digits that say something if it is less. */
  static String dollars(BigDecimal amount) {
    if (amount.signum() == 0) {
      return "0 USD";
    }
    int leading = amount.precision() - amount.scale();
    int scale = leading > 0 ? 2 : Math.max(2, 2 - leading);
    BigDecimal rounded = amount.setScale(scale, RoundingMode.CEILING).stripTrailingZeros();
    return rounded.setScale(Math.max(2, rounded.scale())).toPlainString() + " USD";
  }
}
