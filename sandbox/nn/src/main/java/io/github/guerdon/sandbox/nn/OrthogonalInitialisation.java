package io.github.guerdon.sandbox.nn;

import java.nio.FloatBuffer;
import java.util.SplittableRandom;

/**
 * Draws first parameters: orthogonal weights, zero biases.
 *
 * <p>See <a href="https://arxiv.org/abs/1312.6120">Saxe et al.</a>; the gains are those that PPO is
 * usually run with. StrictMath and a fixed generator make one seed give the same bits everywhere.
 */
final class OrthogonalInitialisation {
  private static final double HIDDEN_GAIN = StrictMath.sqrt(2);
  private static final double POLICY_GAIN = 0.01;
  private static final double VALUE_GAIN = 1;

  private final SplittableRandom random;

  private OrthogonalInitialisation(long seed) {
    random = new SplittableRandom(seed);
  }

  static FloatBuffer parameters(NetworkSpec spec, long seed) {
    OrthogonalInitialisation initialisation = new OrthogonalInitialisation(seed);
    FloatBuffer parameters = DirectBuffers.floats(spec.parameterCount());
    for (Tensor tensor : spec.tensors()) {
      if (tensor.name().endsWith(".weight")) {
        initialisation.fill(parameters, tensor, gain(spec, tensor));
      } else if (tensor.name().endsWith(".log_std")) {
        for (int i = 0; i < tensor.size(); i++) {
          parameters.put(tensor.offset() + i, spec.initialLogStd());
        }
      }
    }
    return parameters;
  }

  private static double gain(NetworkSpec spec, Tensor tensor) {
    if (!tensor.name().contains("." + spec.hidden().size() + ".")) {
      return HIDDEN_GAIN;
    }
    return tensor.name().startsWith("policy") ? POLICY_GAIN : VALUE_GAIN;
  }

  /**
   * Fills a weight matrix whose shorter side's vectors are orthogonal and have the length {@code
   * gain}.
   */
  private void fill(FloatBuffer parameters, Tensor tensor, double gain) {
    boolean wide = tensor.columns() > tensor.rows();
    int count = wide ? tensor.rows() : tensor.columns();
    double[][] vectors = new double[count][wide ? tensor.columns() : tensor.rows()];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < vectors[i].length; j++) {
        vectors[i][j] = gaussian();
      }
      // Twice is enough to bring what rounding leaves down to rounding's own size.
      removeParts(vectors, i);
      removeParts(vectors, i);
      double scale = 1 / StrictMath.sqrt(dot(vectors[i], vectors[i]));
      for (int j = 0; j < vectors[i].length; j++) {
        vectors[i][j] *= scale;
        int index = wide ? i * tensor.columns() + j : j * tensor.columns() + i;
        parameters.put(tensor.offset() + index, (float) (gain * vectors[i][j]));
      }
    }
  }

  private static void removeParts(double[][] vectors, int last) {
    for (int i = 0; i < last; i++) {
      double part = dot(vectors[i], vectors[last]);
      for (int j = 0; j < vectors[i].length; j++) {
        vectors[last][j] -= part * vectors[i][j];
      }
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** Draws by the Box–Muller transform, the same on every Java version. */
  private double gaussian() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
    return radius * StrictMath.cos(2 * Math.PI * uniform());
  }

  private double uniform() {
    return (random.nextLong() >>> 11) * 0x1p-53;
  }
}
