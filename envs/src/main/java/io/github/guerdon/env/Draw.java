package io.github.guerdon.env;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * Says how a start value is drawn: a base plus noise.
 *
 * @param base the value without noise; if empty, the model's default
 * @param noise the noise's distribution
 * @param first lower end of a uniform, mean of a normal distribution
 * @param second upper end of a uniform, standard deviation of a normal distribution
 */
public record Draw(OptionalDouble base, Noise noise, double first, double second) {

  /** Checks the distribution's numbers. */
  public Draw {
    Objects.requireNonNull(base);
    if (noise == Noise.UNIFORM && !(first <= second)) {
      throw new IllegalArgumentException(
          "uniform(" + first + ", " + second + "): the lower end comes first");
    }
    if (noise == Noise.NORMAL && !(second >= 0)) {
      throw new IllegalArgumentException(
          "normal(" + first + ", " + second + "): the spread is not negative");
    }
  }

  /** The distribution of a start value around its base. */
  public enum Noise {
    NONE,
    UNIFORM,
    NORMAL
  }

  /** Returns a constant. */
  public static Draw constant(double value) {
    return new Draw(OptionalDouble.of(value), Noise.NONE, 0, 0);
  }

  double sample(double defaultBase, Seeds random) {
    double center = base.orElse(defaultBase);
    return switch (noise) {
      case NONE -> center;
      case UNIFORM -> center + (first + (second - first) * random.uniform());
      case NORMAL -> center + (first + second * random.normal());
    };
  }
}
