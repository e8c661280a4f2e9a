package io.github.guerdon.sandbox.training;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** How a training ended; a failure is data with a cause and a place, never a score. */
public sealed interface Outcome {

  /** Returns the job's id. */
  String job();

  /** Folds the outcome. */
  <R> R match(
      Function<? super Completed, ? extends R> completed,
      Function<? super Diverged, ? extends R> diverged,
      Function<? super TimedOut, ? extends R> timedOut,
      Function<? super Crashed, ? extends R> crashed,
      Function<? super Paused, ? extends R> paused);

  /** Returns whether nothing came of the training, so that there is nothing to score. */
  default boolean failed() {
    return match(c -> false, d -> true, t -> true, c -> true, p -> false);
  }

  /** Returns the results of those that completed, in their order. */
  static List<TrainingResult> results(List<Outcome> outcomes) {
    return outcomes.stream()
        .filter(Completed.class::isInstance)
        .map(o -> ((Completed) o).result())
        .toList();
  }

  /** The training ran to its end. */
  record Completed(String job, TrainingResult result) implements Outcome {

    /** Checks for null. */
    public Completed {
      Objects.requireNonNull(job);
      Objects.requireNonNull(result);
    }

    @Override
    public <R> R match(
        Function<? super Completed, ? extends R> completed,
        Function<? super Diverged, ? extends R> diverged,
        Function<? super TimedOut, ? extends R> timedOut,
        Function<? super Crashed, ? extends R> crashed,
        Function<? super Paused, ? extends R> paused) {
      return completed.apply(this);
    }
  }

  /**
   * A number was not finite or out of bounds.
   *
   * @param term the reward's term, or {@value #LEARNER} if the learner's own numbers blew up
   * @param step the environment step of the training
   * @param value the offending value
   */
  record Diverged(String job, String term, long step, double value) implements Outcome {

    /** Stands for a term's name where no term is to blame. */
    public static final String LEARNER = "(learner)";

    /** Checks for null. */
    public Diverged {
      Objects.requireNonNull(job);
      Objects.requireNonNull(term);
    }

    @Override
    public <R> R match(
        Function<? super Completed, ? extends R> completed,
        Function<? super Diverged, ? extends R> diverged,
        Function<? super TimedOut, ? extends R> timedOut,
        Function<? super Crashed, ? extends R> crashed,
        Function<? super Paused, ? extends R> paused) {
      return diverged.apply(this);
    }
  }

  /**
   * The deadline passed and the trainer was killed.
   *
   * @param after the deadline
   * @param step the last step known
   */
  record TimedOut(String job, Duration after, long step) implements Outcome {

    /** Checks for null. */
    public TimedOut {
      Objects.requireNonNull(job);
      Objects.requireNonNull(after);
    }

    @Override
    public <R> R match(
        Function<? super Completed, ? extends R> completed,
        Function<? super Diverged, ? extends R> diverged,
        Function<? super TimedOut, ? extends R> timedOut,
        Function<? super Crashed, ? extends R> crashed,
        Function<? super Paused, ? extends R> paused) {
      return timedOut.apply(this);
    }
  }

  /**
   * The reward or a process failed.
   *
   * @param where what is known of the place: exception and line, signal, or a message
   * @param step the last step known
   */
  record Crashed(String job, CrashCause cause, String where, long step) implements Outcome {

    /** Checks for null. */
    public Crashed {
      Objects.requireNonNull(job);
      Objects.requireNonNull(cause);
      Objects.requireNonNull(where);
    }

    @Override
    public <R> R match(
        Function<? super Completed, ? extends R> completed,
        Function<? super Diverged, ? extends R> diverged,
        Function<? super TimedOut, ? extends R> timedOut,
        Function<? super Crashed, ? extends R> crashed,
        Function<? super Paused, ? extends R> paused) {
      return crashed.apply(this);
    }
  }

  /**
   * The training came to where its job was to pause, and can go on from there.
   *
   * @param step environment steps taken
   * @param standings how it stood at the rungs that it came to
   * @param curve its points so far
   */
  record Paused(String job, long step, List<Standing> standings, List<CurvePoint> curve)
      implements Outcome {

    /** Checks for null and copies the lists. */
    public Paused {
      Objects.requireNonNull(job);
      standings = List.copyOf(standings);
      curve = List.copyOf(curve);
    }

    /**
     * Returns what it would be had it paused at the first rung from a step on, so that it does not
     * matter how far others took the same training; nothing if it has not come so far.
     */
    public Optional<Paused> at(long until) {
      if (step < until) {
        return Optional.empty();
      }
      long to =
          standings.stream()
              .mapToLong(Standing::step)
              .filter(s -> s >= until)
              .findFirst()
              .orElse(step);
      return Optional.of(
          new Paused(
              job,
              to,
              standings.stream().filter(s -> s.step() <= to).toList(),
              curve.stream().filter(p -> p.step() <= to).toList()));
    }

    @Override
    public <R> R match(
        Function<? super Completed, ? extends R> completed,
        Function<? super Diverged, ? extends R> diverged,
        Function<? super TimedOut, ? extends R> timedOut,
        Function<? super Crashed, ? extends R> crashed,
        Function<? super Paused, ? extends R> paused) {
      return paused.apply(this);
    }
  }
}
