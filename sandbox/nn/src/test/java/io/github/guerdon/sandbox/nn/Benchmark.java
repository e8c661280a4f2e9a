package io.github.guerdon.sandbox.nn;

import java.nio.FloatBuffer;

/** Prints the kernel's speed; run by hand, as the tests do not. */
final class Benchmark {
  private static final int CAPACITY = 2048;

  private Benchmark() {}

  public static void main(String[] arguments) {
    print("17 -> 64x64 -> 6 tanh", Samples.spec(17, 6, Activation.TANH, 64, 64));
    print("11 -> 64x64 -> 3 tanh", Samples.spec(11, 3, Activation.TANH, 64, 64));
    print("105 -> 64x64 -> 8 tanh", Samples.spec(105, 8, Activation.TANH, 64, 64));
    print("17 -> 256x256 -> 6 relu", Samples.spec(17, 6, Activation.RELU, 256, 256));
    print("376 -> 256x256 -> 17 tanh", Samples.spec(376, 17, Activation.TANH, 256, 256));
  }

  private static void print(String name, NetworkSpec spec) {
    StringBuilder line = new StringBuilder(name).append(": µs a sample and update");
    for (int miniBatch : new int[] {32, 64, 128, 256, 2048}) {
      line.append(String.format("  %d: %.2f", miniBatch, update(spec, miniBatch)));
    }
    line.append(
        String.format(
            "  | µs a forward of 8 rows: %.2f  64 rows: %.2f",
            forward(spec, 8), forward(spec, 64)));
    System.out.println(line);
  }

  private static double update(NetworkSpec spec, int miniBatch) {
    try (NativeNetwork network = NativeNetwork.create(spec, 1)) {
      Rollout rollout = Samples.rollout(network, CAPACITY, 2);
      int[] rows = Samples.permutation(CAPACITY, 3);
      double best = Double.POSITIVE_INFINITY;
      for (int trial = 0; trial < 40; trial++) {
        long start = System.nanoTime();
        network.update(rollout, rows, miniBatch, UpdateSettings.standard(), 3e-4f);
        best = Math.min(best, (System.nanoTime() - start) * 1e-3 / CAPACITY);
      }
      return best;
    }
  }

  private static double forward(NetworkSpec spec, int rows) {
    try (NativeNetwork network = NativeNetwork.create(spec, 1)) {
      FloatBuffer observations = DirectBuffers.floats(rows * spec.observationSize());
      FloatBuffer means = DirectBuffers.floats(rows * spec.actionSize());
      FloatBuffer values = DirectBuffers.floats(rows);
      double best = Double.POSITIVE_INFINITY;
      for (int trial = 0; trial < 20; trial++) {
        long start = System.nanoTime();
        for (int i = 0; i < 200; i++) {
          network.forward(observations, rows, means, values);
        }
        best = Math.min(best, (System.nanoTime() - start) * 1e-3 / 200);
      }
      return best;
    }
  }
}
