package io.github.guerdon.critic.source;

import static java.util.regex.Pattern.DOTALL;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes a class out of the strings of JSON or Python that some language models wrap their answers
 * in.
 */
final class StringAnswer {

  /** How JSON begins, and no Java. */
  private static final Pattern JSON =
      Pattern.compile("\\s*+[{\\[]\\s*+(\"\\w++\"\\s*+:|[{\\[]).*+", DOTALL);

  private static final Pattern PYTHON = Pattern.compile("\"\"\"(.*?)\"\"\"", DOTALL);

  private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*+)\"", DOTALL);

  private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9a-fA-F]{4}|.)", DOTALL);

  private StringAnswer() {}

  /** Returns whether a text is JSON, whatever line ends its strings have. */
  static boolean isJson(String text) {
    return JSON.matcher(text).matches();
  }

  /**
   * Returns, without its escapes, the string that holds a class, be it within JSON in a string: of
   * several the last that is a reward. A text with a class outside of strings stays as it is unless
   * it is JSON, as does one without any.
   */
  static String unwrapped(String text) {
    if (!text.contains("\"") || (RewardClasses.anyIn(text) && !isJson(text))) {
      return text;
    }
    return RewardClasses.lastOf(strings(PYTHON, text).toList())
        .or(
            () ->
                RewardClasses.lastOf(
                    strings(STRING, text)
                        .map(StringAnswer::withoutEscapes)
                        .map(StringAnswer::unwrapped)
                        .toList()))
        .orElse(text);
  }

  private static Stream<String> strings(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(string -> string.group(1))
        .filter(value -> value.contains("class"));
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
