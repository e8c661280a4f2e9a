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
      Function<? super Scored, ? extends R> scored,
      Function<? super Failed, ? extends R> failed,
      Function<? super Duplicate, ? extends R> duplicate,
      Function<? super Outraced, ? extends R> outraced);

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
        Function<? super Failed, ? extends R> failed,
        Function<? super Duplicate, ? extends R> duplicate,
        Function<? super Outraced, ? extends R> outraced) {
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
        Function<? super Failed, ? extends R> failed,
        Function<? super Duplicate, ? extends R> duplicate,
        Function<? super Outraced, ? extends R> outraced) {
      return failed.apply(this);
    }
  }

  /**
   * A candidate that was there already: it has the earlier one's outcome and no rank beside it.
   *
   * @param earlier the one that was trained
   * @param how by what they are the same, in a phrase
   */
  record Duplicate(Draft draft, String source, Candidate earlier, String how) implements Candidate {

    /** What such a candidate ends as, in one word. */
    public static final String OUTCOME = "DUPLICATE";

    /** Checks for null, and that the earlier one is none itself. */
    public Duplicate {
      Objects.requireNonNull(draft);
      Objects.requireNonNull(source);
      Objects.requireNonNull(how);
      if (earlier instanceof Duplicate) {
        throw new IllegalArgumentException(
            earlier.id() + " is a duplicate itself; name the one that was trained");
      }
    }

    @Override
    public String feedback() {
      return "It is "
          + earlier.id()
          + " again ("
          + how
          + "), so it was not trained and ended alike: propose something else.";
    }

    @Override
    public <R> R match(
        Function<? super Scored, ? extends R> scored,
        Function<? super Failed, ? extends R> failed,
        Function<? super Duplicate, ? extends R> duplicate,
        Function<? super Outraced, ? extends R> outraced) {
      return duplicate.apply(this);
    }
  }

  /**
   * A candidate that was stopped at a rung of its training, as it was clearly worse there than
   * others. It has no score and no rank; it is not a failure either.
   *
   * @param step environment steps of each of its trainings by then
   * @param of how many a whole training has
   * @param feedback how it stood, and how the others did
   */
  record Outraced(Draft draft, String source, long step, long of, String feedback)
      implements Candidate {

    /** What such a candidate ends as, in one word. */
    public static final String OUTCOME = "OUTRACED";

    /** Checks for null. */
    public Outraced {
      Objects.requireNonNull(draft);
      Objects.requireNonNull(source);
      Objects.requireNonNull(feedback);
    }

    /** Returns how far it came, in a phrase. */
    public String how() {
      return "stopped at step " + step + " of " + of;
    }

    @Override
    public <R> R match(
        Function<? super Scored, ? extends R> scored,
        Function<? super Failed, ? extends R> failed,
        Function<? super Duplicate, ? extends R> duplicate,
        Function<? super Outraced, ? extends R> outraced) {
      return outraced.apply(this);
    }
  }
}
