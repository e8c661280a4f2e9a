package io.github.guerdon.generator.run;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether candidates race each other, and what becomes of the environment steps that this saves.
 */
public enum Racing {
  /** Every training runs to its end. */
  OFF,
  /** Clearly worse candidates stop at rungs; the search ends with fewer steps. */
  SAVE,
  /** They stop, and their steps go to more generations, up to what was planned without racing. */
  SPEND;

  /** Returns the name as a user gives it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Finds what a user names. */
  public static Optional<Racing> find(String word) {
    return Arrays.stream(values()).filter(r -> r.word().equals(word)).findFirst();
  }

  /** Returns all names, for messages. */
  public static String words() {
    return Arrays.stream(values()).map(Racing::word).collect(Collectors.joining(", "));
  }
}
