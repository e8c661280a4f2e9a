package io.github.guerdon.generator.design.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number that a condition keeps within bounds, such as {@code Math.cos(angle) > 0.95}.
 *
 * @param text the number, as Java
 * @param low its lower bound, −∞ if there is none
 * @param high its upper bound, ∞ if there is none
 */
record Bounded(String text, double low, double high) {

  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
  private static final Pattern ABSOLUTE = Pattern.compile("Math\\.abs\\((.*)\\)", Pattern.DOTALL);
  private static final Pattern CIRCULAR =
      Pattern.compile("Math\\.(cos|sin)\\((.*)\\)", Pattern.DOTALL);

  /** Reads the conjuncts of a condition that are comparisons with a number; leaves out others. */
  static List<Bounded> of(String condition) {
    List<Bounded> found = new ArrayList<>();
    for (String conjunct : conjuncts(condition)) {
      comparison(conjunct).ifPresent(found::add);
    }
    return found;
  }

  /** Splits a condition at its outermost {@code &&}. */
  static List<String> conjuncts(String condition) {
    String text = bare(condition);
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.startsWith("&&", i) && outermost(text, i)) {
        parts.addAll(conjuncts(text.substring(from, i)));
        from = i + 2;
      }
    }
    if (from == 0) {
      return List.of(text);
    }
    parts.addAll(conjuncts(text.substring(from)));
    return parts;
  }

  /** Returns the text without blanks and brackets around it. */
  static String bare(String text) {
    String stripped = text.strip();
    while (stripped.startsWith("(") && closing(stripped, 0) == stripped.length() - 1) {
      stripped = stripped.substring(1, stripped.length() - 1).strip();
    }
    return stripped;
  }

  private static Optional<Bounded> comparison(String text) {
    if (text.startsWith("!") || text.contains("||") || text.contains("?")) {
      return Optional.empty();
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c == '<' || c == '>') && outermost(text, i)) {
        int after = text.startsWith("=", i + 1) ? i + 2 : i + 1;
        String left = bare(text.substring(0, i));
        String right = bare(text.substring(after));
        return c == '<' ? below(left, right) : below(right, left);
      }
    }
    return Optional.empty();
  }

  /** Reads {@code small < large}. */
  private static Optional<Bounded> below(String small, String large) {
    if (NUMBER.matcher(large).matches()) {
      double bound = Double.parseDouble(large);
      Matcher absolute = ABSOLUTE.matcher(small);
      if (absolute.matches() && whole(small) && bound >= 0) {
        return Optional.of(new Bounded(bare(absolute.group(1)), -bound, bound));
      }
      return Optional.of(within(small, Double.NEGATIVE_INFINITY, bound));
    }
    if (NUMBER.matcher(small).matches()) {
      return Optional.of(within(large, Double.parseDouble(small), Double.POSITIVE_INFINITY));
    }
    return Optional.of(
        new Bounded("(" + large + ") - (" + small + ")", 0, Double.POSITIVE_INFINITY));
  }

  /** Cuts the bounds of a sine or cosine to [−1, 1]. */
  private static Bounded within(String text, double low, double high) {
    if (low > high || !CIRCULAR.matcher(text).matches() || !whole(text) || low > 1 || high < -1) {
      return new Bounded(text, low, high);
    }
    return new Bounded(text, Math.max(low, -1), Math.min(high, 1));
  }

  /** Returns how far from the bounds the number typically is. */
  double scale() {
    if (CIRCULAR.matcher(text).matches() && whole(text)) {
      return Math.max(0.5, Math.max(low + 1, 1 - high));
    }
    double nearest = Math.min(Math.abs(low), Math.abs(high));
    return nearest > 0 && Double.isFinite(nearest) ? nearest : 1;
  }

  /** Returns whether a call {@code name(…)} is the whole text. */
  private static boolean whole(String text) {
    return closing(text, text.indexOf('(')) == text.length() - 1;
  }

  private static boolean outermost(String text, int index) {
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < index; i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted) {
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      }
    }
    return depth == 0 && !quoted;
  }

  private static int closing(String text, int open) {
    int depth = 0;
    boolean quoted = false;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == '(') {
        depth++;
      } else if (!quoted && c == ')' && --depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
