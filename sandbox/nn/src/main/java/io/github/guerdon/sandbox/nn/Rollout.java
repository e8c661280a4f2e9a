package io.github.guerdon.sandbox.nn;

import java.nio.FloatBuffer;

/**
 * Holds the samples that updates are computed from, outside the heap: row {@code r}, column {@code
 * j} is element {@code r * width + j}. Fill it with absolute puts; the garbage collector frees it.
 */
public final class Rollout {
  private final int capacity;
  private final FloatBuffer observations;
  private final FloatBuffer actions;
  private final FloatBuffer logProbabilities;
  private final FloatBuffer values;
  private final FloatBuffer advantages;
  private final FloatBuffer returns;

  private Rollout(NetworkSpec spec, int capacity) {
    this.capacity = capacity;
    observations = DirectBuffers.floats(Math.multiplyExact(capacity, spec.observationSize()));
    actions = DirectBuffers.floats(Math.multiplyExact(capacity, spec.actionSize()));
    logProbabilities = DirectBuffers.floats(capacity);
    values = DirectBuffers.floats(capacity);
    advantages = DirectBuffers.floats(capacity);
    returns = DirectBuffers.floats(capacity);
  }

  /** Allocates zeros for {@code capacity} samples, at least one. */
  public static Rollout allocate(NetworkSpec spec, int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException(
          "capacity " + capacity + " must be at least 1: give the number of samples");
    }
    return new Rollout(spec, capacity);
  }

  /** Counts the rows. */
  public int capacity() {
    return capacity;
  }

  /** Gives the observations as the networks saw them, capacity × observation size. */
  public FloatBuffer observations() {
    return observations;
  }

  /** Gives the actions as they were sampled, before any clipping, capacity × action size. */
  public FloatBuffer actions() {
    return actions;
  }

  /** Gives the actions' log probability densities under the policy that sampled them. */
  public FloatBuffer logProbabilities() {
    return logProbabilities;
  }

  /**
   * Gives the values that the network told when the samples were taken; only clipped values need
   * them.
   */
  public FloatBuffer values() {
    return values;
  }

  /** Gives the advantages. */
  public FloatBuffer advantages() {
    return advantages;
  }

  /** Gives the targets of the value network. */
  public FloatBuffer returns() {
    return returns;
  }
}
