package io.github.guerdon.reward;

/** A sensor of the model; units are the sensor's (MuJoCo {@code sensordata}). */
public interface Sensor {

  /** Returns the first, often the only, number. */
  default double value() {
    return get(0);
  }

  /**
   * Returns one of the sensor's numbers.
   *
   * @throws IndexOutOfBoundsException if {@code i} is not in {@code [0, size())}
   */
  double get(int i);

  /** Returns how many numbers the sensor gives (MuJoCo {@code sensor_dim}). */
  int size();
}
