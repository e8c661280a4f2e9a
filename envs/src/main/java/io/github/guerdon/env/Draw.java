package io.github.guerdon.env;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Says how a number (a disk: a pair of them) is drawn: a base plus noise.
 *
 * @param base the value without noise; if empty, the model's default, and 0 for a choice
 * @param noise the noise's distribution
 * @param first lower end of a uniform, mean of a normal distribution, radius of a disk
 * @param second upper end of a uniform, standard deviation of a normal distribution
 * @param choices what a choice picks from, each with the same chance
 */
public record Draw(
    OptionalDouble base, Noise noise, double first, double second, List<Double> choices) {

  /** Checks the distribution's numbers. */
  public Draw {
    Objects.requireNonNull(base);
    choices = List.copyOf(choices);
    if (noise == Noise.UNIFORM && !(first <= second)) {
      throw new IllegalArgumentException(
          "uniform(" + first + ", " + second + "): the lower end comes first");
    }
    if (noise == Noise.NORMAL && !(second >= 0)) {
      throw new IllegalArgumentException(
          "normal(" + first + ", " + second + "): the spread is not negative");
    }
    if (noise == Noise.DISK && !(first >= 0)) {
      throw new IllegalArgumentException("disk(" + first + "): the radius is not negative");
    }
    if (noise == Noise.CHOICE && choices.isEmpty()) {
      throw new IllegalArgumentException("choice() must have something to choose from");
    }
  }

  /** Makes a draw that chooses from nothing. */
  public Draw(OptionalDouble base, Noise noise, double first, double second) {
    this(base, noise, first, second, List.of());
  }

  /** The distribution of a value around its base. */
  public enum Noise {
    NONE,
    UNIFORM,
    NORMAL,
    /** Two numbers, uniform over the area of a disk. */
    DISK,
    CHOICE
  }

  /** Returns a constant. */
  public static Draw constant(double value) {
    return new Draw(OptionalDouble.of(value), Noise.NONE, 0, 0);
  }

  /** Returns how many numbers it draws at once. */
  public int width() {
    return noise == Noise.DISK ? 2 : 1;
  }

  /** Draws one number; not for a disk. */
  public double sample(double defaultBase, Seeds random) {
    double center = base.orElse(defaultBase);
    return switch (noise) {
      case NONE -> center;
      case UNIFORM -> center + (first + (second - first) * random.uniform());
      case NORMAL -> center + (first + second * random.normal());
      case CHOICE -> base.orElse(0) + choices.get((int) (random.uniform() * choices.size()));
      case DISK -> throw new IllegalStateException("a disk is drawn as a pair");
    };
  }

  /** Draws a disk's pair into the places {@code x} and {@code y}, which hold their defaults. */
  public void samplePair(Seeds random, double[] values, int x, int y) {
    double radius = first * StrictMath.sqrt(random.uniform());
    double angle = 2 * Math.PI * random.uniform();
    values[x] = base.orElse(values[x]) + radius * StrictMath.cos(angle);
    values[y] = base.orElse(values[y]) + radius * StrictMath.sin(angle);
  }

  /** Returns it as a task file writes it. */
  String text() {
    String center = base.isPresent() ? base.getAsDouble() + " + " : "";
    return switch (noise) {
      case NONE -> base.isPresent() ? Double.toString(base.getAsDouble()) : "default";
      case UNIFORM -> center + "uniform(" + first + ", " + second + ")";
      case NORMAL -> center + "normal(" + first + ", " + second + ")";
      case DISK -> center + "disk(" + first + ")";
      case CHOICE ->
          center
              + "choice("
              + choices.stream().map(String::valueOf).collect(Collectors.joining(", "))
              + ")";
    };
  }

  /** Says for a task's identity what is drawn; the text of old draws never changes. */
  String identity() {
    return "Draw[base="
        + base
        + ", noise="
        + noise
        + ", first="
        + first
        + ", second="
        + second
        + (choices.isEmpty() ? "]" : ", choices=" + choices + "]");
  }
}
