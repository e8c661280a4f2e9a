package io.github.guerdon.generator.search;

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

  static Halt of(DesignerException e) {
    return new Halt(e.kind(), Optional.ofNullable(e.getMessage()).orElse(e.kind().name()));
  }
}
