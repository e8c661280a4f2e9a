package io.github.guerdon.env;

import io.github.guerdon.reward.slot.Kind;
import java.util.Objects;

/**
 * One element of a model that rewards and tasks can name.
 *
 * @param kind body, joint, site, geom, sensor, actuator or tendon
 * @param name the model's name; an unnamed actuator goes by what it drives, another unnamed element
 *     by kind and index
 * @param id MuJoCo's id
 * @param type a joint's {@code hinge}, {@code slide}, {@code ball} or {@code free}, what an
 *     actuator drives ({@code joint}, {@code tendon}, …); empty for the others
 * @param address first index of a joint in {@code qpos} or of a sensor in {@code sensordata}, else
 *     0
 * @param velocityAddress first index of a joint in {@code qvel}, else 0
 * @param width numbers of a sensor, else 1
 * @param range limits of a joint (m or rad) or of an actuator's control; unbounded where it has
 *     none
 * @param axis the world's {@code x}, {@code y} or {@code z} along which a slide joint at the root
 *     carries all that moves, forwards as it grows; empty for the others
 */
public record Element(
    Kind kind,
    String name,
    int id,
    String type,
    int address,
    int velocityAddress,
    int width,
    Range range,
    String axis) {

  /** Checks for null and for negative numbers. */
  public Element {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(name);
    Objects.requireNonNull(type);
    Objects.requireNonNull(range);
    Objects.requireNonNull(axis);
    if (id < 0 || address < 0 || velocityAddress < 0 || width < 1) {
      throw new IllegalArgumentException(
          kind + " '" + name + "': ids and addresses are not negative, widths are at least 1");
    }
  }

  /** Makes an element that does not carry the rest along an axis. */
  public Element(
      Kind kind,
      String name,
      int id,
      String type,
      int address,
      int velocityAddress,
      int width,
      Range range) {
    this(kind, name, id, type, address, velocityAddress, width, range, "");
  }

  /** Two ends, possibly infinite. */
  public record Range(double low, double high) {
    /** No limits. */
    public static final Range UNBOUNDED =
        new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** Checks the order. */
    public Range {
      if (!(low <= high)) {
        throw new IllegalArgumentException(
            "range " + low + " … " + high + ": the lower end comes first");
      }
    }
  }
}
