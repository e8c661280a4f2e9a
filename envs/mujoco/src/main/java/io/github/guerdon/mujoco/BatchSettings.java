package io.github.guerdon.mujoco;

/**
 * Says how many worlds a batch has and who computes them.
 *
 * @param worlds number of worlds, at least 1
 * @param threads number of threads, the caller's included, at least 1; changes no result
 * @param persistent whether each world keeps its derived values between calls, as {@link
 *     Batch#gather} needs; without them a batch is smaller and only its states are of use
 */
public record BatchSettings(int worlds, int threads, boolean persistent) {

  public BatchSettings {
    if (worlds < 1) {
      throw new IllegalArgumentException("worlds is " + worlds + ", must be at least 1");
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads is " + threads + ", must be at least 1");
    }
  }
}
