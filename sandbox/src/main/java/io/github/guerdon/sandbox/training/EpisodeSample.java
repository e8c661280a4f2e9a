package io.github.guerdon.sandbox.training;

import java.util.List;

/**
 * One episode of a training, of a sample that is even over the training's steps.
 *
 * @param step the training's environment steps at its end
 * @param length its control steps
 * @param terminated whether the task ended it before its time limit
 * @param ownReturn its undiscounted return under its own reward
 * @param lastReward what its last step gave
 * @param objective the metric that the task's fitness maximises
 * @param terms the sum of each term, in the program's order
 */
public record EpisodeSample(
    long step,
    int length,
    boolean terminated,
    double ownReturn,
    double lastReward,
    double objective,
    List<Double> terms) {

  /** Copies the list. */
  public EpisodeSample {
    terms = List.copyOf(terms);
  }
}
