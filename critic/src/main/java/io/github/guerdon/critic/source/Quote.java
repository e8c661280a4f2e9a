package io.github.guerdon.critic.source;

/** Makes text from a source safe to show in messages. */
public final class Quote {

  private static final int LONGEST = 40;

  private Quote() {}

  /** Returns a name in single quotes: cut, and with anything but plain ASCII by its code. */
  public static String name(String text) {
    return "'" + plain(text, LONGEST) + "'";
  }

  /** Returns text of at most so many characters, with anything but plain ASCII by its code. */
  public static String plain(String text, int longest) {
    StringBuilder out = new StringBuilder();
    int seen = 0;
    for (int i = 0; i < text.length() && seen < longest; seen++) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c == '\n' || c == '\t') {
        out.append(' ');
      } else if (c < ' ' || c > '~') {
        out.append(String.format("<U+%04X>", c));
      } else {
        out.append((char) c);
      }
    }
    return text.codePointCount(0, text.length()) > longest ? out + "…" : out.toString();
  }
}
