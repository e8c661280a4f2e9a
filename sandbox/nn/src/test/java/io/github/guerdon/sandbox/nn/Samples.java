package io.github.guerdon.sandbox.nn;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.SplittableRandom;

/** Makes specs and rollouts for the tests, each from a fixed seed. */
final class Samples {
  private Samples() {}

  static NetworkSpec spec(int observations, int actions, Activation activation, Integer... hidden) {
    return new NetworkSpec(observations, actions, List.of(hidden), activation, -0.5f);
  }

  /**
   * Gives samples as the network itself would collect them, apart from its weights' last few steps.
   */
  static Rollout rollout(NativeNetwork network, int capacity, long seed) {
    NetworkSpec spec = network.spec();
    SplittableRandom random = new SplittableRandom(seed);
    Rollout rollout = Rollout.allocate(spec, capacity);
    FloatBuffer means = DirectBuffers.floats(capacity * spec.actionSize());
    fill(rollout.observations(), random, 1.5);
    network.forward(rollout.observations(), capacity, means, rollout.values());
    double std = Math.exp(spec.initialLogStd());
    for (int row = 0; row < capacity; row++) {
      double logProbability = 0.3 * random.nextGaussian();
      for (int j = 0; j < spec.actionSize(); j++) {
        int index = row * spec.actionSize() + j;
        double noise = random.nextGaussian();
        rollout.actions().put(index, (float) (means.get(index) + std * noise));
        logProbability -= 0.5 * noise * noise + spec.initialLogStd() + 0.5 * Math.log(2 * Math.PI);
      }
      rollout.logProbabilities().put(row, (float) logProbability);
      rollout.values().put(row, rollout.values().get(row) + (float) (0.2 * random.nextGaussian()));
    }
    fill(rollout.advantages(), random, 2);
    fill(rollout.returns(), random, 3);
    return rollout;
  }

  static int[] permutation(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] rows = new int[count];
    for (int i = 0; i < count; i++) {
      int j = random.nextInt(i + 1);
      rows[i] = rows[j];
      rows[j] = i;
    }
    return rows;
  }

  /** Gives settings with which an update leaves the bare gradient in Adam's first moment. */
  static UpdateSettings plainGradient() {
    return UpdateSettings.standard()
        .withMaxGradientNorm(Float.POSITIVE_INFINITY)
        .withAdamBetas(0, 0);
  }

  static float[] firstMoment(PolicyValueNetwork network) {
    FloatBuffer first = DirectBuffers.floats(network.spec().parameterCount());
    network.readMoments(first, DirectBuffers.floats(first.capacity()));
    return floats(first);
  }

  static float[] parameters(PolicyValueNetwork network) {
    FloatBuffer buffer = DirectBuffers.floats(network.spec().parameterCount());
    network.readParameters(buffer);
    return floats(buffer);
  }

  static float[] floats(FloatBuffer buffer) {
    float[] values = new float[buffer.remaining()];
    buffer.duplicate().get(values);
    return values;
  }

  /** Gives the largest difference. */
  static double distance(float[] a, float[] b) {
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      largest = Math.max(largest, Math.abs(a[i] - b[i]));
    }
    return largest;
  }

  private static void fill(FloatBuffer buffer, SplittableRandom random, double scale) {
    for (int i = 0; i < buffer.capacity(); i++) {
      buffer.put(i, (float) (scale * random.nextGaussian()));
    }
  }
}
