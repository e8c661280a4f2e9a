package io.github.guerdon.env;

import io.github.guerdon.reward.slot.Slot;
import io.github.guerdon.reward.slot.Source;
import java.util.Objects;

/**
 * An array of doubles in MuJoCo's {@code mjData} that tasks and rewards can take slices of.
 *
 * @param name MuJoCo's name, such as {@code xpos}
 * @param number the number by which the physics knows it
 * @param rows number of rows, possibly 0
 * @param columns numbers in a row
 * @param named what a quoted name in the first index stands for
 */
public record StateField(String name, int number, int rows, int columns, Named named) {

  /** Checks for null and for negative numbers. */
  public StateField {
    Objects.requireNonNull(name);
    Objects.requireNonNull(named);
    if (number < 0 || rows < 0 || columns < 1) {
      throw new IllegalArgumentException(
          "field "
              + name
              + " has number "
              + number
              + ", "
              + rows
              + " rows, "
              + columns
              + " columns; numbers and rows are not negative, columns at least 1");
    }
  }

  /** Which rows an element's name stands for. */
  public enum Named {
    /** None: rows have no names. */
    NOTHING,
    BODY,
    JOINT,
    SITE,
    GEOM,
    TENDON,
    ACTUATOR,
    /** A joint's rows of {@code qpos}. */
    JOINT_POSITIONS,
    /** A joint's rows of {@code qvel} and of whatever has a row for each degree of freedom. */
    JOINT_VELOCITIES,
    /** A sensor's rows of {@code sensordata}. */
    SENSOR_VALUES
  }

  /** Returns how many numbers the array has. */
  public int size() {
    return rows * columns;
  }

  /** Returns the slot of some of its numbers, counted row by row. */
  Slot slot(int start, int count) {
    return switch (name) {
      case "qpos" -> new Slot(Source.QPOS, start, 0, count);
      case "qvel" -> new Slot(Source.QVEL, start, 0, count);
      default -> new Slot(Source.FIELD, number, start, count);
    };
  }
}
