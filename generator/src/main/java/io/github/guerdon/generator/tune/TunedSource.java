package io.github.guerdon.generator.tune;

import io.github.guerdon.critic.source.SourceText;
import io.github.guerdon.critic.source.Token;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes other values for the {@code @Tune} constants of a source, by its tokens, without a parser;
 * all else stays as it is. What comes out is reviewed like any other source.
 */
public final class TunedSource {

  private static final Set<String> WHOLE = Set.of("int", "long", "short", "byte");

  private TunedSource() {}

  /** A stretch of the text and what stands there instead. */
  private record Change(int from, int to, String text) {}

  /**
   * Returns the source with these values.
   *
   * @param values by the constants' names; one that the source does not mark is left out
   */
  public static String with(String source, Map<String, Double> values) {
    SourceText text = SourceText.of(source.getBytes(StandardCharsets.UTF_8));
    List<Change> changes = changes(text, values);
    StringBuilder changed = new StringBuilder(text.text());
    for (int i = changes.size() - 1; i >= 0; i--) {
      Change change = changes.get(i);
      changed.replace(change.from(), change.to(), change.text());
    }
    return changed.toString();
  }

  private static List<Change> changes(SourceText text, Map<String, Double> values) {
    List<Token> tokens = text.tokens();
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (!is(tokens, i, "@") || !is(tokens, i + 1, "Tune")) {
        continue;
      }
      int depth = tokens.get(i).depth();
      String type = "";
      for (int at = i + 2; at + 1 < tokens.size() && !is(tokens, at, ";"); at++) {
        Token token = tokens.get(at);
        if (token.depth() != depth || token.kind() != Token.Kind.WORD) {
          continue;
        }
        Double value = values.get(token.text());
        if (is(tokens, at + 1, "=") && value != null) {
          int end = end(tokens, at + 2, depth);
          changes.add(
              new Change(
                  offset(text, tokens.get(at + 2)),
                  offset(text, tokens.get(end)),
                  written(type, value)));
          at = end - 1;
        } else if (!is(tokens, at + 1, "=")) {
          type = token.text();
        }
      }
    }
    return changes;
  }

  private static boolean is(List<Token> tokens, int at, String text) {
    return tokens.get(at).text().equals(text);
  }

  /** Returns where an initialiser ends: at the comma or semicolon that is not within it. */
  private static int end(List<Token> tokens, int from, int depth) {
    int at = from;
    while (at < tokens.size() - 1
        && !(tokens.get(at).depth() == depth && (is(tokens, at, ";") || is(tokens, at, ",")))) {
      at++;
    }
    return at;
  }

  private static int offset(SourceText text, Token token) {
    int line = 0;
    for (int i = 1; i < token.line(); i++) {
      line = text.text().indexOf('\n', line) + 1;
    }
    return line + token.column() - 1;
  }

  private static String written(String type, double value) {
    if (WHOLE.contains(type)) {
      return Long.toString(Math.round(value));
    }
    return type.equals("float") ? value + "f" : Double.toString(value);
  }
}
