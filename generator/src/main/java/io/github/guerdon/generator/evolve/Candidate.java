package io.github.guerdon.generator.evolve;

import io.github.guerdon.env.Score;
import java.util.Objects;
import java.util.function.Function;

/** What became of a draft. */
public sealed interface Candidate {

  /** Returns what it was made of. */
  Draft draft();

  /** Returns its id, unique within a search. */
  default String id() {
    return draft().id();
  }

  /** Returns the Java that was reviewed, as a person reads it; empty if there was none. */
  String source();

  /** Returns what the analysis says of it, or why it failed. */
  String feedback();

  /** Folds the candidate. */
  <R> R match(
      Function<? super Scored, ? extends R> scored, Function<? super Failed, ? extends R> failed);

  /**
   * A candidate that was trained to the end.
   *
   * @param score its policies' fitness, pooled over its training seeds
   */
  record Scored(Draft draft, String source, Score score, String feedback) implements Candidate {

    /** Checks for null. */
    public Scored {
      Objects.requireNonNull(draft);
      Objects.requireNonNull(source);
      Objects.requireNonNull(score);
      Objects.requireNonNull(feedback);
    }

    @Override
    public <R> R match(
        Function<? super Scored, ? extends R> scored,
        Function<? super Failed, ? extends R> failed) {
      return scored.apply(this);
    }
  }

  /**
   * A candidate without a score: refused, or failed in training. It has no rank at all.
   *
   * @param outcome how it failed, in one word such as {@code COMPILE_ERROR} or {@code DIVERGED}
   * @param feedback what happened, where, and what to do
   */
  record Failed(Draft draft, String source, String outcome, String feedback) implements Candidate {

    /** Checks for null. */
    public Failed {
      Objects.requireNonNull(draft);
      Objects.requireNonNull(source);
      Objects.requireNonNull(outcome);
      Objects.requireNonNull(feedback);
    }

    @Override
    public <R> R match(
        Function<? super Scored, ? extends R> scored,
        Function<? super Failed, ? extends R> failed) {
      return failed.apply(this);
    }
  }
}
