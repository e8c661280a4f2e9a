package io.github.guerdon.critic.source;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a class out of the JSON that some language models wrap their answers in. */
final class JsonAnswer {

  private static final Pattern STRING =
      Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*+)\"", Pattern.DOTALL);

  private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9a-fA-F]{4}|.)", Pattern.DOTALL);

  private JsonAnswer() {}

  /**
   * Returns, without its escapes, the string of JSON that holds a class: of several the last that
   * is a reward. A text with a class outside of strings stays as it is, as does one without any.
   */
  static String unwrapped(String text) {
    if (!text.contains("\"") || RewardClasses.anyIn(text)) {
      return text;
    }
    List<String> classes =
        STRING
            .matcher(text)
            .results()
            .map(string -> string.group(1))
            .filter(value -> value.contains("class"))
            .map(JsonAnswer::withoutEscapes)
            .filter(RewardClasses::anyIn)
            .toList();
    return RewardClasses.lastOf(classes).orElse(text);
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
