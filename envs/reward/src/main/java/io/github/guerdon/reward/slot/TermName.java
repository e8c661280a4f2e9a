package io.github.guerdon.reward.slot;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The normal form of a term's name. */
public final class TermName {

  private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9 _.\\-]{1,64}");
  private static final Pattern NORMAL = Pattern.compile("[a-z][a-z0-9_]{0,31}");
  private static final Pattern CAMEL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
  private static final Pattern SEPARATORS = Pattern.compile("[ _.\\-]+");

  private TermName() {}

  /**
   * Returns the name in its normal form {@code [a-z][a-z0-9_]{0,31}}, or nothing if it has none.
   */
  public static Optional<String> normalise(String name) {
    if (!ALLOWED.matcher(name).matches()) {
      return Optional.empty();
    }
    String parts = SEPARATORS.matcher(CAMEL.matcher(name.strip()).replaceAll("_")).replaceAll("_");
    String normal = parts.toLowerCase(Locale.ROOT);
    return NORMAL.matcher(normal).matches() ? Optional.of(normal) : Optional.empty();
  }
}
