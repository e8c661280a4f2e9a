package io.github.guerdon.env;

import io.github.guerdon.env.file.DidYouMean;
import io.github.guerdon.env.file.Expression.Where;
import io.github.guerdon.env.file.Problems;
import io.github.guerdon.reward.Quaternion;
import io.github.guerdon.reward.Vector3;
import io.github.guerdon.reward.slot.Kind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A mocap body that actions move from where it is: a target, to which a weld or the like drags a
 * robot. Its three numbers follow those of the actuators in an action.
 *
 * @param body its name
 * @param scale how far an action of 1 moves it along an axis in a control step, in m
 * @param low the least position that it gets to, in m, world frame; infinite where there is none
 * @param high the greatest
 * @param start where an episode has it at first, in m; empty for where the model has it
 * @param orientation how it is turned in all episodes, not necessarily of unit length; empty for
 *     how the model has it
 * @param where its place in the task file
 */
public record MocapControl(
    String body,
    double scale,
    Vector3 low,
    Vector3 high,
    Optional<Vector3> start,
    Optional<Quaternion> orientation,
    Where where) {

  /** The type of the elements that stand for its three numbers. */
  public static final String TYPE = "mocap";

  private static final List<String> AXES = List.of("_x", "_y", "_z");

  /** Checks the numbers. */
  public MocapControl {
    Objects.requireNonNull(body);
    Objects.requireNonNull(start);
    Objects.requireNonNull(orientation);
    Objects.requireNonNull(where);
    if (!(scale > 0) || !within(low, low, high) || !within(high, low, high)) {
      throw new IllegalArgumentException(
          "mocap: scale is "
              + scale
              + ", low "
              + low
              + ", high "
              + high
              + "; scale must be positive and low not above high");
    }
    if (start.isPresent() && !within(start.get(), low, high)) {
      throw new IllegalArgumentException("mocap: start " + start.get() + " is out of bounds");
    }
  }

  private static boolean within(Vector3 point, Vector3 low, Vector3 high) {
    return point.x() >= low.x()
        && point.x() <= high.x()
        && point.y() >= low.y()
        && point.y() <= high.y()
        && point.z() >= low.z()
        && point.z() <= high.z();
  }

  /** Returns the names of its numbers in an action: the body's with {@code _x}, {@code _y}, … */
  List<String> names() {
    return AXES.stream().map(axis -> body + axis).toList();
  }

  /** Adds its numbers to a model's actuators. */
  Vocabulary extend(Vocabulary model) {
    int first = model.elements(Kind.ACTUATOR).size();
    List<Element> own =
        IntStream.range(0, AXES.size())
            .mapToObj(
                i ->
                    new Element(
                        Kind.ACTUATOR,
                        names().get(i),
                        first + i,
                        TYPE,
                        0,
                        0,
                        1,
                        new Element.Range(-scale, scale)))
            .toList();
    return new Vocabulary(
        model.dt(),
        model.nq(),
        model.nv(),
        Stream.concat(model.elements().stream(), own.stream()).toList(),
        model.parameters(),
        model.fields());
  }

  /** Adds what of it the model does not allow. */
  void check(Vocabulary vocabulary, ModelFacts facts, Problems problems) {
    if (!facts.mocapBodies().contains(body)) {
      problems.add(
          where, "unknown mocap body '" + body + "'" + DidYouMean.hint(body, facts.mocapBodies()));
    }
    for (String name : names()) {
      if (vocabulary.names(Kind.ACTUATOR).stream().filter(name::equals).count() > 1) {
        problems.add(
            where,
            "the model has an actuator '"
                + name
                + "', which is what an action that moves '"
                + body
                + "' goes by; rename one of them");
      }
    }
  }

  /** Says for a task's identity what an action moves. */
  String identity() {
    return body
        + " "
        + scale
        + " "
        + low
        + " "
        + high
        + " "
        + start.map(Vector3::toString).orElse("")
        + " "
        + orientation.map(Quaternion::toString).orElse("");
  }
}
