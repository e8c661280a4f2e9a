package io.github.guerdon.cli;

import java.util.Locale;

/** Numbers and columns for people. */
final class Text {

  private static final int MINUTE = 60;

  private Text() {}

  /** Writes four significant digits, without an exponent in the usual range. */
  static String number(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "none" : value > 0 ? "inf" : "-inf";
    }
    double size = Math.abs(value);
    if (size != 0 && (size < 1e-4 || size >= 1e7)) {
      return String.format(Locale.ROOT, "%.3e", value);
    }
    int decimals = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : 3;
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  /** Writes an estimate with its interval, as {@code 0.834 [0.824, 0.847]}. */
  static String interval(double value, double low, double high) {
    return number(value) + " [" + number(low) + ", " + number(high) + "]";
  }

  static String left(String text, int width) {
    return text.length() >= width ? text : text + " ".repeat(width - text.length());
  }

  static String right(String text, int width) {
    return text.length() >= width ? text : " ".repeat(width - text.length()) + text;
  }

  static String duration(double seconds) {
    long whole = Math.round(seconds);
    return whole < MINUTE ? whole + " s" : whole / MINUTE + " min " + whole % MINUTE + " s";
  }

  static String count(long count) {
    return count((double) count);
  }

  /** Writes steps as 150k or 5.4M. */
  static String count(double count) {
    if (count >= 1e6) {
      return String.format(Locale.ROOT, "%.1fM", count / 1e6);
    }
    return count >= 1e4
        ? String.format(Locale.ROOT, "%.0fk", count / 1e3)
        : String.format(Locale.ROOT, "%.0f", count);
  }
}
