package io.github.guerdon.generator.evolve;

import io.github.guerdon.env.Score;
import io.github.guerdon.generator.design.Proposal;
import java.util.Objects;
import java.util.function.Function;

/** What became of a proposal. */
public sealed interface Candidate {

  /** Returns its id, unique within a search. */
  String id();

  /** Returns what was proposed. */
  Proposal proposal();

  /** Returns what the analysis says of it, or why it failed. */
  String feedback();

  /** Folds the candidate. */
  <R> R match(
      Function<? super Scored, ? extends R> scored, Function<? super Failed, ? extends R> failed);

  /**
   * A candidate that was trained to the end.
   *
   * @param source the Java that was trained, as a person reads it
   * @param score its policies' fitness, pooled over its training seeds
   */
  record Scored(String id, Proposal proposal, String source, Score score, String feedback)
      implements Candidate {

    /** Checks for null. */
    public Scored {
      Objects.requireNonNull(id);
      Objects.requireNonNull(proposal);
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
  record Failed(String id, Proposal proposal, String outcome, String feedback)
      implements Candidate {

    /** Checks for null. */
    public Failed {
      Objects.requireNonNull(id);
      Objects.requireNonNull(proposal);
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
