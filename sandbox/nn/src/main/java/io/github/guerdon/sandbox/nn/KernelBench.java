package io.github.guerdon.sandbox.nn;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;

/**
 * Measures what the kernel takes for a sample of an update: forward pass, PPO's loss, backward
 * pass, limit of the norm, Adam.
 *
 * <p>The best of many passes over a rollout counts, as other work on the machine can only add time.
 */
public final class KernelBench {
  private static final int SAMPLES = 2048;
  private static final float LEARNING_RATE = 3e-4f;

  private KernelBench() {}

  /**
   * Says how quick the kernel was.
   *
   * @param miniBatch samples of a gradient step
   * @param microsecondsPerSample of the best pass
   */
  public record Figures(int miniBatch, double microsecondsPerSample) {}

  /**
   * Times updates of a network of this shape with each mini-batch in turn.
   *
   * @param passes over a rollout of 2,048 samples, for each mini-batch; at least one
   */
  public static List<Figures> run(
      NetworkSpec spec, List<Integer> miniBatches, int passes, LongSupplier clock) {
    if (passes < 1) {
      throw new IllegalArgumentException(
          "passes " + passes + " must be at least 1: give a positive count");
    }
    return miniBatches.stream()
        .map(size -> new Figures(size, best(spec, size, passes, clock)))
        .toList();
  }

  private static double best(NetworkSpec spec, int miniBatch, int passes, LongSupplier clock) {
    try (PolicyValueNetwork network = NativeNetwork.create(spec, 1)) {
      SplittableRandom random = new SplittableRandom(2);
      Rollout rollout = rollout(network, random);
      int[] rows = shuffled(random);
      long best = Long.MAX_VALUE;
      for (int pass = 0; pass < passes; pass++) {
        long start = clock.getAsLong();
        network.update(rollout, rows, miniBatch, UpdateSettings.standard(), LEARNING_RATE);
        best = Math.min(best, clock.getAsLong() - start);
      }
      return best * 1e-3 / SAMPLES;
    }
  }

  /** Draws samples as the network itself would collect them. */
  private static Rollout rollout(PolicyValueNetwork network, SplittableRandom random) {
    NetworkSpec spec = network.spec();
    Rollout rollout = Rollout.allocate(spec, SAMPLES);
    fill(rollout.observations(), random);
    FloatBuffer means = DirectBuffers.floats(SAMPLES * spec.actionSize());
    network.forward(rollout.observations(), SAMPLES, means, rollout.values());
    double deviation = Math.exp(spec.initialLogStd());
    for (int row = 0; row < SAMPLES; row++) {
      double logProbability = 0;
      for (int j = 0; j < spec.actionSize(); j++) {
        int i = row * spec.actionSize() + j;
        double noise = random.nextGaussian();
        rollout.actions().put(i, (float) (means.get(i) + deviation * noise));
        logProbability -= 0.5 * noise * noise + spec.initialLogStd() + 0.5 * Math.log(2 * Math.PI);
      }
      rollout.logProbabilities().put(row, (float) logProbability);
    }
    fill(rollout.advantages(), random);
    fill(rollout.returns(), random);
    return rollout;
  }

  private static void fill(FloatBuffer buffer, SplittableRandom random) {
    for (int i = 0; i < buffer.capacity(); i++) {
      buffer.put(i, (float) random.nextGaussian());
    }
  }

  private static int[] shuffled(SplittableRandom random) {
    int[] rows = new int[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      int j = random.nextInt(i + 1);
      rows[i] = rows[j];
      rows[j] = i;
    }
    return rows;
  }
}
