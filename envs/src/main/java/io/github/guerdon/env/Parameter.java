package io.github.guerdon.env;

import io.github.guerdon.env.file.Expression.Where;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * A goal or a command: numbers that an episode is about, drawn anew in each episode or every few
 * seconds.
 *
 * @param name lower case letters, digits and underscores
 * @param ranges what is drawn from which number of training steps on, ascending from 0; each has as
 *     many numbers
 * @param every seconds after which it is drawn again within an episode; empty for never
 * @param sets what of the simulation takes the numbers; {@link Target#NOTHING} where it is only
 *     read
 * @param element the elements that it sets: a body's name, or one joint's for each number
 * @param where its place in the task file
 */
public record Parameter(
    String name,
    List<Range> ranges,
    OptionalDouble every,
    Target sets,
    List<String> element,
    Where where) {

  private static final List<String> AXES = List.of("_x", "_y", "_z");

  /** Copies the lists. */
  public Parameter {
    Objects.requireNonNull(name);
    Objects.requireNonNull(every);
    Objects.requireNonNull(sets);
    Objects.requireNonNull(where);
    ranges = List.copyOf(ranges);
    element = List.copyOf(element);
    if (ranges.isEmpty() || ranges.get(0).from() != 0) {
      throw new IllegalArgumentException(
          "parameter '" + name + "' has no range for step 0; give it one");
    }
  }

  /** What of the simulation takes a parameter's numbers. */
  public enum Target {
    NOTHING,
    /** A mocap body's position, in m. */
    MOCAP,
    /** Joints' positions, in m or rad. */
    JOINT
  }

  /**
   * What is drawn from a number of training steps on.
   *
   * @param from training steps
   * @param draws a draw for each number, or a disk for two
   */
  public record Range(long from, List<Draw> draws) {

    /** Copies the list. */
    public Range {
      draws = List.copyOf(draws);
    }

    int width() {
      return draws.stream().mapToInt(Draw::width).sum();
    }
  }

  /** Returns how many numbers it has. */
  public int width() {
    return ranges.get(0).width();
  }

  /**
   * Returns the names by which its numbers are read: the parameter's own, or with {@code _x},
   * {@code _y}, {@code _z} where it has several.
   */
  public List<String> names() {
    return width() == 1
        ? List.of(name)
        : IntStream.range(0, width()).mapToObj(i -> name + AXES.get(i)).toList();
  }

  /** Says for a task's identity what is drawn. */
  String identity() {
    return name
        + " "
        + ranges.stream()
            .map(r -> r.from() + ":" + r.draws().stream().map(Draw::identity).toList())
            .toList()
        + " "
        + every
        + " "
        + sets
        + " "
        + element;
  }
}
