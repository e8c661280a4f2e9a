package io.github.guerdon.critic.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a class out of the JSON that some language models wrap their answers in. */
final class JsonAnswer {

  private static final Pattern STRING =
      Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*+)\"", Pattern.DOTALL);

  private static final Pattern CLASS = Pattern.compile("\\bclass\\s++[A-Z]\\w*[^{]{0,800}\\{");

  private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9a-fA-F]{4}|.)", Pattern.DOTALL);

  private JsonAnswer() {}

  /**
   * Returns the first string of a JSON object or array that holds a class, without its escapes; any
   * other text as it is.
   */
  static String unwrapped(String text) {
    String stripped = text.strip();
    if (!stripped.startsWith("{") && !stripped.startsWith("[")) {
      return text;
    }
    Matcher string = STRING.matcher(stripped);
    while (string.find()) {
      String value = string.group(1);
      if (value.contains("class")) {
        String plain = withoutEscapes(value);
        if (CLASS.matcher(plain).find()) {
          return plain;
        }
      }
    }
    return text;
  }

  private static String withoutEscapes(String value) {
    return ESCAPE
        .matcher(value)
        .replaceAll(escape -> Matcher.quoteReplacement(plain(escape.group(1))));
  }

  private static String plain(String escaped) {
    return switch (escaped.charAt(0)) {
      case 'n' -> "\n";
      case 't' -> "\t";
      case 'r', 'b', 'f' -> " ";
      case 'u' ->
          escaped.length() > 1 ? letter(Integer.parseInt(escaped, 1, escaped.length(), 16)) : "?";
      default -> escaped;
    };
  }

  /**
   * Returns an ASCII character; a question mark for others, which stand in comments: an answer's
   * bytes may be no characters yet.
   */
  private static String letter(int code) {
    return code >= ' ' && code < 0x7f ? Character.toString(code) : "?";
  }
}
