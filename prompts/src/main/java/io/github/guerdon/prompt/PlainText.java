package io.github.guerdon.prompt;

/**
 * Makes text of others harmless: it stays readable data and can neither forge a section nor hide
 * what it holds.
 */
final class PlainText {

  private static final int SHORTEST_FENCE = 3;

  private PlainText() {}

  /** Returns text on one line. */
  static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  /** Returns text on one line, with everything invisible escaped. */
  static String line(String text) {
    return oneLine(visible(text));
  }

  /** Returns text in a fence that nothing inside it can close, on lines of its own. */
  static String fence(String language, String text) {
    String body = visible(text).stripTrailing();
    String ticks = "`".repeat(Math.max(SHORTEST_FENCE, longestRun(body) + 1));
    return ticks + language + "\n" + body + "\n" + ticks;
  }

  /** Returns text as a block quote. */
  static String quote(String text) {
    return visible(text)
        .strip()
        .lines()
        .map(l -> ("> " + l).strip())
        .reduce((a, b) -> a + "\n" + b)
        .orElse(">");
  }

  /** Returns inline code that nothing inside it can close. */
  static String code(String text) {
    String body = line(text);
    int longest = longestRun(body);
    if (longest == 0) {
      return "`" + body + "`";
    }
    String ticks = "`".repeat(longest + 1);
    return ticks + " " + body + " " + ticks;
  }

  /** Returns a name as the Java string literal that a reward would write, kept on one line. */
  static String literal(String name) {
    return "\""
        + visible(name)
            .replace("\n", "<U+000A>")
            .replace("\t", "<U+0009>")
            .replace("`", "<U+0060>")
            .replace("\\", "\\\\")
            .replace("\"", "\\\"")
        + "\"";
  }

  /** Escapes what is invisible, reorders text or is no character, except line feeds and tabs. */
  static String visible(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.replace("\r\n", "\n")
        .codePoints()
        .forEach(
            c -> {
              if (c == '\n' || c == '\t' || !hidden(c)) {
                plain.appendCodePoint(c);
              } else {
                plain.append(String.format(java.util.Locale.ROOT, "<U+%04X>", c));
              }
            });
    return plain.toString();
  }

  private static boolean hidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  private static int longestRun(String text) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
