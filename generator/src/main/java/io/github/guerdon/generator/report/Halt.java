package io.github.guerdon.generator.report;

import io.github.guerdon.generator.design.DesignerException;
import java.util.Objects;
import java.util.Optional;

/**
 * Why a designer could not go on.
 *
 * @param kind what to do about it
 * @param message the same in a sentence
 */
public record Halt(DesignerException.Kind kind, String message) {

  /** Checks for null. */
  public Halt {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(message);
  }

  /** Returns what a designer says when it cannot go on. */
  public static Halt of(DesignerException e) {
    return new Halt(e.kind(), Optional.ofNullable(e.getMessage()).orElse(e.kind().name()));
  }
}
