package io.github.guerdon.sandbox.nn;

import java.nio.FloatBuffer;

/**
 * Computes and trains a Gaussian policy with a state-independent deviation, and a value network.
 *
 * <p>Buffers are direct and in native byte order; they are used from their position, which stays.
 * One thread at a time. After {@link #close} every other method throws {@link
 * IllegalStateException}.
 */
public interface PolicyValueNetwork extends AutoCloseable {
  /** Gives the shape. */
  NetworkSpec spec();

  /** Computes means [rows][actions] and values [rows] of observations [rows][observations]. */
  void forward(FloatBuffer observations, int rows, FloatBuffer means, FloatBuffer values);

  /** Computes the values [rows] of observations [rows][observations]. */
  void values(FloatBuffer observations, int rows, FloatBuffer values);

  /**
   * Takes one gradient step for each {@code miniBatch} of the row indices in turn; the last may be
   * smaller.
   *
   * <p>A mini-batch whose loss or gradient is not finite is not applied and ends the call; {@link
   * UpdateStatistics#finite} tells.
   *
   * @param rows indices into the rollout, at least one
   * @throws IndexOutOfBoundsException when the rollout has no such row; nothing was changed
   */
  UpdateStatistics update(
      Rollout rollout, int[] rows, int miniBatch, UpdateSettings settings, float learningRate);

  /**
   * Lets updates use so many threads, which spin while one runs: for a network that has the cores
   * to itself. Changes no bit; more than two, and any on a GPU, are of no use.
   */
  void useThreads(int threads);

  /** Copies the parameters, in the order of {@link NetworkSpec#tensors}. */
  void readParameters(FloatBuffer target);

  /** Replaces the parameters. */
  void writeParameters(FloatBuffer source);

  /** Copies Adam's moments, each in the order of the parameters. */
  void readMoments(FloatBuffer first, FloatBuffer second);

  /** Replaces Adam's moments and the number of steps that made them. */
  void writeMoments(FloatBuffer first, FloatBuffer second, long adamSteps);

  /** Counts the gradient steps applied so far. */
  long adamSteps();

  /** Copies the policy's log standard deviations [actions]. */
  void readLogStd(FloatBuffer target);

  /** Frees the network's memory; a second call does nothing. */
  @Override
  void close();
}
