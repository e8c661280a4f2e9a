package io.github.guerdon.generator.llm.record;

import org.jspecify.annotations.Nullable;

/** Words out of a file that is not trusted, fit for a terminal. */
final class Quoted {

  private static final int LONGEST = 200;

  private Quoted() {}

  /** Returns a text cut short, with {@code ?} for all but printable ASCII. */
  static String of(@Nullable String text) {
    String known = text == null ? "" : text;
    String shortened = known.length() > LONGEST ? known.substring(0, LONGEST) + "..." : known;
    return shortened.replaceAll("[^ -~]", "?");
  }
}
