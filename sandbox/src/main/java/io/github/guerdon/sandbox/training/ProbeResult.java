package io.github.guerdon.sandbox.training;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** What a few hundred steps of random and idle rollouts say about a reward before it is trained. */
public sealed interface ProbeResult {

  /** Folds the result. */
  <R> R match(
      Function<? super Passed, ? extends R> passed, Function<? super Failed, ? extends R> failed);

  /**
   * The reward may be trained.
   *
   * @param warnings sentences about what looks odd, such as a constant term
   * @param rewards the sum of the terms on each recorded state, in an order that is the same for
   *     all rewards of a task, as the states are; empty if none were recorded
   * @param evidence what the terms did there, for a diagnosis
   */
  record Passed(List<String> warnings, List<Double> rewards, ProbeEvidence evidence)
      implements ProbeResult {

    /** Copies the lists. */
    public Passed {
      Objects.requireNonNull(evidence);
      warnings = List.copyOf(warnings);
      rewards = List.copyOf(rewards);
    }

    @Override
    public <R> R match(
        Function<? super Passed, ? extends R> passed,
        Function<? super Failed, ? extends R> failed) {
      return passed.apply(this);
    }
  }

  /**
   * The reward is not worth training, or not safe to.
   *
   * @param outcome {@code PROBE_NONFINITE}, {@code PROBE_RANGE}, {@code PROBE_CONSTANT}, {@code
   *     PROBE_STATE}, {@code FUEL}, {@code MEMORY}, {@link #KILLED}, {@code PROTOCOL} or {@code
   *     RUNTIME_} and the exception's simple name
   * @param message what happened, where, and what to do
   * @param term the term to blame; empty if it is none alone
   * @param value what it was; 0 if no term is to blame
   */
  record Failed(String outcome, String message, String term, double value) implements ProbeResult {

    /** The reward process or its trainer was killed from outside. */
    public static final String KILLED = "KILLED";

    /** A term's value was not finite. */
    public static final String NONFINITE = "PROBE_NONFINITE";

    /** A term's value was too large, or too small to be told from 0. */
    public static final String RANGE = "PROBE_RANGE";

    /** No term varied. */
    public static final String CONSTANT = "PROBE_CONSTANT";

    /** Checks for null. */
    public Failed {
      Objects.requireNonNull(outcome);
      Objects.requireNonNull(message);
      Objects.requireNonNull(term);
    }

    /** Makes a failure that is no single term's. */
    public Failed(String outcome, String message) {
      this(outcome, message, "", 0);
    }

    @Override
    public <R> R match(
        Function<? super Passed, ? extends R> passed,
        Function<? super Failed, ? extends R> failed) {
      return failed.apply(this);
    }
  }
}
