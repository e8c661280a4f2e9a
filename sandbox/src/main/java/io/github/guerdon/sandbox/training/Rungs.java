package io.github.guerdon.sandbox.training;

import java.util.List;

/**
 * The points of a training at which it is compared with others, so that the clearly worse ones need
 * not go on.
 */
public final class Rungs {

  /** Early enough to save something, late enough that most rewards have shown what they can do. */
  private static final List<Double> SHARES = List.of(0.25, 0.5);

  private Rungs() {}

  /** Returns how many there are. */
  public static int count() {
    return SHARES.size();
  }

  /**
   * Returns where a rung is.
   *
   * @param rung from 0
   * @param steps environment steps of the whole training
   * @return environment steps from the training's begin
   */
  public static long step(int rung, long steps) {
    return (long) Math.ceil(SHARES.get(rung) * steps);
  }
}
