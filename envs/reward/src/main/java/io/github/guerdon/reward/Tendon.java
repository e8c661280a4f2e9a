package io.github.guerdon.reward;

/** A tendon of the model. */
public interface Tendon {

  /** Returns the length, in m (MuJoCo {@code ten_length}). */
  double length();

  /** Returns the rate of the length, in m/s (MuJoCo {@code ten_velocity}). */
  double velocity();
}
