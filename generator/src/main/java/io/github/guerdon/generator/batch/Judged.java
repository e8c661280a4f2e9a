package io.github.guerdon.generator.batch;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * An experiment with how it ended and what that amounts to.
 *
 * @param messages why it did not pass; empty if it did
 * @param notes what else a reader should know, such as what could not be compared
 */
public record Judged(
    Experiment experiment, ExperimentOutcome outcome, List<String> messages, List<String> notes) {

  /** Checks for null and copies the lists. */
  public Judged {
    Objects.requireNonNull(experiment);
    Objects.requireNonNull(outcome);
    messages = List.copyOf(messages);
    notes = List.copyOf(notes);
  }

  /** What an experiment amounts to. */
  public enum Verdict {
    /** It ended and missed nothing. */
    PASSED,
    /** It missed a threshold, or is worse than its baseline. */
    FAILED,
    /** It could not be run to its end. */
    BROKEN,
    /** It was stopped, or not begun. */
    STOPPED;

    /** Returns it as reports write it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Returns what it amounts to. */
  public Verdict verdict() {
    return outcome.match(
        done -> messages.isEmpty() ? Verdict.PASSED : Verdict.FAILED,
        stopped -> Verdict.STOPPED,
        broken -> Verdict.BROKEN);
  }

  /** Returns its result, if it came to its end. */
  public Optional<ExperimentResult> result() {
    return outcome.match(
        done -> Optional.of(done.result()), stopped -> Optional.empty(), b -> Optional.empty());
  }
}
