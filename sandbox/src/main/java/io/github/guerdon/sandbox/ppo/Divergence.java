package io.github.guerdon.sandbox.ppo;

import io.github.guerdon.sandbox.training.Outcome;

/** A term, or a number of the learner's own, is not finite or too large. */
public final class Divergence extends Exception {

  private static final long serialVersionUID = 1L;

  private final String term;
  private final long step;
  private final double value;

  Divergence(String term, long step, double value) {
    super(term + " is " + value + " at step " + step);
    this.term = term;
    this.step = step;
    this.value = value;
  }

  /** Returns the outcome that this means for a job. */
  public Outcome.Diverged of(String job) {
    return new Outcome.Diverged(job, term, step, value);
  }
}
