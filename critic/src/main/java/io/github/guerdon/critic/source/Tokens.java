package io.github.guerdon.critic.source;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts text into tokens in linear time and without recursion, so that limits are known before a
 * parser runs. It is a rough lexer: what it gets wrong, the parser refuses.
 */
final class Tokens {

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int line = 1;
  private int lineStart;
  private int depth;

  private Tokens(String text) {
    this.text = text;
  }

  static List<Token> of(String text) {
    Tokens scan = new Tokens(text);
    while (scan.at < text.length()) {
      scan.next();
    }
    return scan.tokens;
  }

  private void next() {
    char c = text.charAt(at);
    if (c == '\n') {
      at++;
      line++;
      lineStart = at;
    } else if (Character.isWhitespace(c)) {
      at++;
    } else if (text.startsWith("//", at)) {
      int end = text.indexOf('\n', at);
      at = end < 0 ? text.length() : end;
    } else if (text.startsWith("/*", at)) {
      int end = text.indexOf("*/", at + 2);
      skipTo(end < 0 ? text.length() : end + 2);
    } else if (text.startsWith("\"\"\"", at)) {
      int end = text.indexOf("\"\"\"", at + 3);
      add(Token.Kind.STRING, end < 0 ? text.length() : end + 3);
    } else if (c == '"' || c == '\'') {
      add(Token.Kind.STRING, endOfQuote(c));
    } else if (Character.isJavaIdentifierStart(text.codePointAt(at))) {
      add(Token.Kind.WORD, run(at));
    } else if (Character.isDigit(c)) {
      add(Token.Kind.NUMBER, run(at));
    } else {
      sign(c);
    }
  }

  private void sign(char c) {
    if (c == ')' || c == ']' || c == '}') {
      depth--;
    }
    add(Token.Kind.SIGN, at + Character.charCount(text.codePointAt(at)));
    if (c == '(' || c == '[' || c == '{') {
      depth++;
    }
  }

  private int run(int from) {
    int end = from;
    while (end < text.length()
        && (Character.isJavaIdentifierPart(text.codePointAt(end))
            || (text.charAt(end) == '.' && Character.isDigit(text.charAt(from))))) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  private int endOfQuote(char quote) {
    int end = at + 1;
    while (end < text.length() && text.charAt(end) != quote && text.charAt(end) != '\n') {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    return Math.min(end + 1, text.length());
  }

  private void add(Token.Kind kind, int end) {
    tokens.add(new Token(kind, text.substring(at, end), line, at - lineStart + 1, depth));
    skipTo(end);
  }

  private void skipTo(int end) {
    for (; at < end; at++) {
      if (text.charAt(at) == '\n') {
        line++;
        lineStart = at + 1;
      }
    }
  }
}
