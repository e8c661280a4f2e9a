package io.github.guerdon.generator.search;

import io.github.guerdon.critic.source.Comments;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What is left of a reward's text without comments, spacing and the names that it gives itself. Two
 * texts of one shape are the same program; two programs of different shape may still be the same.
 *
 * <p>It only splits text into tokens: the coordinator parses no hostile source.
 */
final class SourceShape {

  private static final Pattern TOKEN =
      Pattern.compile(
          "\"(?:[^\"\\\\\n]|\\\\.)*\"|'(?:[^'\\\\\n]|\\\\.)*'"
              + "|[\\p{L}_$][\\p{L}\\p{N}_$]*"
              + "|(?:\\d[\\d_]*\\.?[\\d_]*|\\.\\d[\\d_]*)(?:[eE][+-]?\\d+)?[fFdDlL]?"
              + "|\\+\\+|--|&&|\\|\\||->|::|<<|>>>?|[-+*/%&|^<>=!]=|\\S");

  /** Words after which a name is used, not declared. */
  private static final Set<String> BEFORE_A_USE =
      Set.of(
          "return",
          "new",
          "case",
          "else",
          "do",
          "throw",
          "instanceof",
          "import",
          "package",
          "extends",
          "implements",
          "throws",
          "yield",
          "assert",
          "break",
          "continue");

  private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");
  private static final Set<String> AFTER_A_DECLARATION = Set.of("=", ";", ",", ")", ":", "(");

  private final List<String> tokens;
  private final Map<String, String> names = new HashMap<>();
  private String owner = "this";

  private SourceShape(List<String> tokens) {
    this.tokens = tokens;
  }

  /** Returns the shape of a reward's text. */
  static String of(String source) {
    if (source.contains("\"\"\"")) {
      return source;
    }
    return new SourceShape(
            TOKEN.matcher(Comments.strip(source)).results().map(MatchResult::group).toList())
        .shape();
  }

  private String shape() {
    for (int i = 1; i < tokens.size() - 1; i++) {
      if (tokens.get(i - 1).equals("class")) {
        owner = tokens.get(i);
      } else if (declares(i)) {
        names.putIfAbsent(tokens.get(i), "#" + names.size());
      }
    }
    StringBuilder shape = new StringBuilder();
    for (int i = 0; i < tokens.size(); i++) {
      String token = tokens.get(i);
      shape.append(own(i) ? names.getOrDefault(token, token) : token).append(' ');
    }
    return shape.toString();
  }

  /** Returns whether a name stands after a type and before what follows a declared name. */
  private boolean declares(int i) {
    String before = tokens.get(i - 1);
    boolean type =
        before.equals("]") || (NAME.matcher(before).matches() && !BEFORE_A_USE.contains(before));
    return type
        && NAME.matcher(tokens.get(i)).matches()
        && AFTER_A_DECLARATION.contains(tokens.get(i + 1));
  }

  /** Returns whether a name is one of the text's own, not a member of something else. */
  private boolean own(int i) {
    return i == 0
        || !tokens.get(i - 1).equals(".")
        || (i > 1 && (tokens.get(i - 2).equals(owner) || tokens.get(i - 2).equals("this")));
  }
}
