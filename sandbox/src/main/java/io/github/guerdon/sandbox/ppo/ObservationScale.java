package io.github.guerdon.sandbox.ppo;

import java.nio.FloatBuffer;

/** Brings observations to mean 0 and variance 1, within ±{@value #CLIP}. */
final class ObservationScale {

  static final double CLIP = 10;
  static final double EPSILON = 1e-8;

  private final double[] mean;
  private final double[] scale;

  private ObservationScale(double[] mean, double[] scale) {
    this.mean = mean;
    this.scale = scale;
  }

  static ObservationScale of(double[] mean, double[] variance) {
    double[] scale = new double[variance.length];
    for (int j = 0; j < scale.length; j++) {
      scale[j] = 1 / Math.sqrt(variance[j] + EPSILON);
    }
    return new ObservationScale(mean, scale);
  }

  /** Writes {@code rows} rows, brought to scale, from the start of {@code target} on. */
  void apply(float[] observations, int rows, FloatBuffer target, int at) {
    int columns = mean.length;
    for (int i = 0, k = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++, k++) {
        double value = (observations[k] - mean[j]) * scale[j];
        target.put(at + k, (float) Math.max(-CLIP, Math.min(CLIP, value)));
      }
    }
  }
}
