package io.github.guerdon.prompt;

import java.util.List;
import java.util.Objects;

/**
 * What earlier generations taught, trimmed by the caller.
 *
 * @param parents candidates to build on, the best first
 * @param failures candidates that gave no result
 * @param history earlier generations, the oldest first
 * @param lessons the last reflection's text; empty if there is none
 */
public record Feedback(
    List<ParentText> parents, List<FailureText> failures, List<TurnText> history, String lessons) {

  /** Copies the lists. */
  public Feedback {
    parents = List.copyOf(parents);
    failures = List.copyOf(failures);
    history = List.copyOf(history);
    Objects.requireNonNull(lessons);
  }
}
