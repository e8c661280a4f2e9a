package io.github.guerdon.critic.source;

import java.util.List;
import java.util.Set;

/** Tells by tokens where a type is declared, and where prose has one of its words. */
final class TypeHeader {

  private static final Set<String> KINDS = Set.of("class", "interface", "enum", "record");
  private static final Set<String> AFTER_NAME =
      Set.of("{", "<", "(", "implements", "extends", "permits");
  private static final Set<Token.Kind> WORDS = Set.of(Token.Kind.WORD, Token.Kind.NUMBER);

  private TypeHeader() {}

  /** Returns whether the declaration of a type begins with the token at an index. */
  static boolean at(List<Token> tokens, int at) {
    return at + 2 < tokens.size()
        && KINDS.contains(tokens.get(at).text())
        && tokens.get(at + 1).kind() == Token.Kind.WORD
        && (AFTER_NAME.contains(tokens.get(at + 2).text())
            ? capital(tokens, at) || !braced(tokens, at + 2)
            // Whatever is misspelt behind the name of a class.
            : capital(tokens, at) && tokens.get(at).text().equals("class"))
        && (at == 0 || !tokens.get(at - 1).text().equals("."));
  }

  private static boolean capital(List<Token> tokens, int at) {
    return Character.isUpperCase(tokens.get(at + 1).text().charAt(0));
  }

  /**
   * Returns whether words in braces begin at an index, as in "a class of terms {height, speed}".
   */
  private static boolean braced(List<Token> tokens, int at) {
    if (!tokens.get(at).text().equals("{")) {
      return false;
    }
    int end = at + 1;
    while (end < tokens.size() && WORDS.contains(tokens.get(end).kind())) {
      end += end + 1 < tokens.size() && tokens.get(end + 1).text().equals(",") ? 2 : 1;
    }
    return end > at + 1 && end < tokens.size() && tokens.get(end).text().equals("}");
  }
}
