package io.github.guerdon.env.model;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A wheel of the Python package index.
 *
 * @param name the package, as written
 * @param version one exact version
 */
public record WheelName(String name, String version) {

  private static final String WORD = "[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?";
  private static final Pattern REQUIREMENT =
      Pattern.compile("(" + WORD + ")==([0-9][A-Za-z0-9._!+]{0,62})");

  /** Checks both, as they become a folder's name and a word of pip's command line. */
  public WheelName {
    if (!REQUIREMENT.matcher(name + "==" + version).matches()) {
      throw new IllegalArgumentException(
          "wheel is '" + name + "==" + version + "', must be NAME==VERSION");
    }
  }

  /** Reads {@code NAME==VERSION}; empty if it is anything else. */
  public static Optional<WheelName> parse(String text) {
    Matcher m = REQUIREMENT.matcher(text);
    return m.matches() ? Optional.of(new WheelName(m.group(1), m.group(2))) : Optional.empty();
  }

  /** Returns {@code NAME==VERSION}, as pip takes it. */
  public String requirement() {
    return name + "==" + version;
  }

  /** Returns one spelling for all that name the same wheel, such as {@code dm-control-1.0.50}. */
  String key() {
    return name.replaceAll("[-_.]+", "-").toLowerCase(Locale.ROOT) + "-" + version;
  }

  @Override
  public String toString() {
    return requirement();
  }
}
