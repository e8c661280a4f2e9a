package io.github.guerdon.critic.source;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes comments out of Java, whether it compiles or not. */
public final class Comments {

  /** A Unicode escape of a printable ASCII character, not itself escaped. */
  private static final Pattern ESCAPE =
      Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u+00([2-7][0-9a-fA-F])");

  private final String text;
  private final StringBuilder code = new StringBuilder();
  private int at;
  private int open = -1;

  private Comments(String text) {
    this.text = text;
  }

  /**
   * Returns the text without comments. Each line keeps its number, literals and text blocks stay as
   * they are; a comment that does not end takes all that follows.
   */
  public static String strip(String java) {
    Comments scan = new Comments(decoded(java.replace("\r\n", "\n")));
    scan.run();
    return scan.code.toString();
  }

  /** Returns where the comment begins that does not end. */
  static OptionalInt open(String java) {
    Comments scan = new Comments(java);
    scan.run();
    return scan.open < 0 ? OptionalInt.empty() : OptionalInt.of(scan.open);
  }

  private void run() {
    while (at < text.length()) {
      next();
    }
  }

  /** Decodes escapes: javac would see the comment in {@code \}{@code u002f*}, so must we. */
  private static String decoded(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            m -> Matcher.quoteReplacement(m.group(1) + (char) Integer.parseInt(m.group(2), 16)));
  }

  private void next() {
    if (text.startsWith("//", at)) {
      int end = text.indexOf('\n', at);
      dropTo(end < 0 ? text.length() : end);
    } else if (text.startsWith("/*", at)) {
      int end = text.indexOf("*/", at + 2);
      open = end < 0 ? at : -1;
      dropTo(end < 0 ? text.length() : end + 2);
    } else if (text.startsWith("\"\"\"", at)) {
      keepTo(endOfBlock());
    } else if (text.charAt(at) == '"' || text.charAt(at) == '\'') {
      keepTo(endOfQuote(text.charAt(at)));
    } else {
      keepTo(at + 1);
    }
  }

  private int endOfBlock() {
    int end = at + 3;
    while (end < text.length() && !text.startsWith("\"\"\"", end)) {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    return Math.min(end + 3, text.length());
  }

  /** Returns where a literal ends: at its quote, or before the line's end if that is missing. */
  private int endOfQuote(char quote) {
    int end = at + 1;
    while (end < text.length() && text.charAt(end) != '\n') {
      if (text.charAt(end) == quote) {
        return end + 1;
      }
      boolean escape =
          text.charAt(end) == '\\' && end + 1 < text.length() && text.charAt(end + 1) != '\n';
      end += escape ? 2 : 1;
    }
    return end;
  }

  private void keepTo(int end) {
    code.append(text, at, end);
    at = end;
  }

  /** Leaves a comment's line ends, or a space where there are none: it parted two tokens. */
  private void dropTo(int end) {
    String lines = text.substring(at, end).replaceAll("[^\n]+", "");
    boolean last = end == text.length() || text.charAt(end) == '\n';
    if (lines.isEmpty() && !last) {
      code.append(' ');
    } else {
      int length = code.length();
      while (length > 0 && (code.charAt(length - 1) == ' ' || code.charAt(length - 1) == '\t')) {
        length--;
      }
      code.setLength(length);
      code.append(lines);
    }
    at = end;
  }
}
