package io.github.guerdon.env.sketch;

import io.github.guerdon.env.Element;
import io.github.guerdon.env.Start;
import io.github.guerdon.env.StartSampler;
import io.github.guerdon.mujoco.ObjectType;
import io.github.guerdon.mujoco.SensorInfo;
import io.github.guerdon.reward.slot.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the policy of a new task sees of its model: each item with what it is. */
final class SketchSenses {

  /** So many turning joints are still listed one by one. */
  private static final int MOST_ANGLES = 16;

  private static final int MOST_SENSED = 128;
  private static final int SHOWN = 4;

  private final Subject subject;
  private final List<Item> items = new ArrayList<>();

  /**
   * An item of {@code observe}.
   *
   * @param value as YAML writes it
   * @param what it is
   */
  record Item(String value, String what) {}

  private SketchSenses(Subject subject) {
    this.subject = subject;
  }

  static List<Item> of(Subject subject, Footing footing) {
    SketchSenses senses = new SketchSenses(subject);
    senses.positions(footing);
    senses.items.add(new Item("qvel", "all velocities"));
    if (subject.model().na() > 0) {
      senses.items.add(new Item("act", "activations of muscles and other slow actuators"));
    }
    senses.sensors();
    return List.copyOf(senses.items);
  }

  private void positions(Footing footing) {
    List<Element> joints = subject.vocabulary().elements(Kind.JOINT);
    boolean[] seen = new boolean[subject.model().nq()];
    Arrays.fill(seen, true);
    boolean alone =
        subject.model().nmocap() == 0
            && subject.freeJoints().stream().allMatch(j -> body(j) == footing.root());
    if (footing.travels() && alone) {
      joints.stream()
          .filter(j -> body(j) == footing.root())
          .forEach(j -> leaveOut(j, footing, seen));
    }
    List<Element> turning =
        joints.stream()
            .filter(j -> j.type().equals("hinge") && !Double.isFinite(j.range().low()))
            .filter(j -> seen[j.address()])
            .toList();
    if (turning.size() <= MOST_ANGLES) {
      turning.forEach(j -> seen[j.address()] = false);
    }
    slices("qpos", seen, joints);
    if (turning.size() <= MOST_ANGLES) {
      for (Element joint : turning) {
        String angle = SketchNames.joint("after", joint);
        items.add(
            new Item(
                SketchNames.expression("Math.cos(" + angle + ")"),
                "a hinge without limits may turn round"));
        items.add(new Item(SketchNames.expression("Math.sin(" + angle + ")"), ""));
      }
    }
  }

  private int body(Element joint) {
    return subject.model().joint(joint.id()).body();
  }

  /** Where on the floor it is changes nothing for what travels alone. */
  private static void leaveOut(Element joint, Footing footing, boolean[] seen) {
    if (joint.type().equals("free")) {
      seen[joint.address()] = false;
      seen[joint.address() + 1] = false;
    } else if (joint.type().equals("slide")
        && !Double.isFinite(joint.range().low())
        && (footing.height().isEmpty() || footing.height().getAsInt() != joint.address())) {
      seen[joint.address()] = false;
    }
  }

  private void slices(String field, boolean[] seen, List<Element> joints) {
    int from = 0;
    while (from < seen.length) {
      int to = from;
      while (to < seen.length && seen[to] == seen[from]) {
        to++;
      }
      if (seen[from]) {
        boolean whole = from == 0 && to == seen.length;
        items.add(
            new Item(whole ? field : field + "[" + from + ":" + to + "]", named(joints, from, to)));
      }
      from = to;
    }
  }

  private static String named(List<Element> joints, int from, int to) {
    List<String> names =
        joints.stream()
            .filter(
                j ->
                    j.address() < to
                        && from < j.address() + StartSampler.width(j, Start.Field.QPOS))
            .map(j -> SketchNames.comment(j.name()))
            .toList();
    return "positions of "
        + String.join(", ", names.subList(0, Math.min(SHOWN, names.size())))
        + (names.size() > SHOWN ? " … " + names.get(names.size() - 1) : "");
  }

  private void sensors() {
    int size = 0;
    boolean[] felt = new boolean[subject.model().nsensordata()];
    for (int id = 0; id < subject.model().count(ObjectType.SENSOR); id++) {
      if (subject.structure().tellsMore(id)) {
        SensorInfo sensor = subject.model().sensor(id);
        Arrays.fill(felt, sensor.address(), sensor.address() + sensor.size(), true);
        size += sensor.size();
      }
    }
    int from = 0;
    while (size <= MOST_SENSED && from < felt.length) {
      int to = from;
      while (to < felt.length && felt[to] == felt[from]) {
        to++;
      }
      if (felt[from]) {
        items.add(
            new Item(
                "\"clip(sensordata[" + from + ":" + to + "], -100, 100)\"",
                "touch, force and distance sensors"));
      }
      from = to;
    }
  }
}
