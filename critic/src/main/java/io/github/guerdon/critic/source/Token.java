package io.github.guerdon.critic.source;

/**
 * A token of the text scan.
 *
 * @param kind what it is
 * @param text its characters
 * @param line line from 1
 * @param column column from 1
 * @param depth number of brackets open before it
 */
public record Token(Kind kind, String text, int line, int column, int depth) {

  /** Kinds that the scan tells apart. */
  public enum Kind {
    WORD,
    NUMBER,
    STRING,
    SIGN
  }
}
