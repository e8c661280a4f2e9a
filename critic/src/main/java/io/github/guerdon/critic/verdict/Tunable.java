package io.github.guerdon.critic.verdict;

import java.util.Objects;

/**
 * A constant that the source marks with {@code @Tune}.
 *
 * @param name its name in the source
 * @param value its value in the source
 * @param min the smallest value a tuner may give it
 * @param max the largest
 */
public record Tunable(String name, double value, double min, double max) {

  /** Checks the bounds. */
  public Tunable {
    Objects.requireNonNull(name);
    if (!(min < max) || !Double.isFinite(max - min)) {
      throw new IllegalArgumentException(
          name + ": bounds " + min + " … " + max + " are finite and in order");
    }
  }
}
