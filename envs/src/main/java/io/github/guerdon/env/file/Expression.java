package io.github.guerdon.env.file;

import java.util.Objects;

/**
 * A scalar expression of a task file, kept as text.
 *
 * @param text Java over {@code before}, {@code action} and {@code after}
 * @param type what it must give
 * @param where its place, for errors
 */
public record Expression(String text, Type type, Where where) {

  /** Checks for null. */
  public Expression {
    Objects.requireNonNull(text);
    Objects.requireNonNull(type);
    Objects.requireNonNull(where);
  }

  /** What an expression gives. */
  public enum Type {
    CONDITION,
    NUMBER
  }

  /**
   * A place in a task file: its key path such as {@code metrics.speed.each}, line and column from
   * 1.
   */
  public record Where(String key, int line, int column) {}
}
