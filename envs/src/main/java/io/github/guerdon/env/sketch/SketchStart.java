package io.github.guerdon.env.sketch;

import io.github.guerdon.env.Draw;
import io.github.guerdon.env.Element;
import io.github.guerdon.env.Start;
import io.github.guerdon.env.StartSampler;
import io.github.guerdon.env.file.Expression.Where;
import io.github.guerdon.mujoco.JointInfo;
import io.github.guerdon.mujoco.JointType;
import io.github.guerdon.mujoco.Model;
import io.github.guerdon.mujoco.ObjectType;
import io.github.guerdon.mujoco.Structure;
import io.github.guerdon.reward.slot.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How episodes of a new task begin: from a keyframe or the default, inside limits, on the floor.
 */
final class SketchStart {

  /** What a keyframe to begin with is called. */
  private static final List<String> RESTING =
      List.of(
          "home", "stand", "standing", "default", "neutral", "init", "initial", "start", "qpos0");

  private static final double MOST_NOISE = 0.02;
  private static final double SHARE_OF_RANGE = 0.05;
  private static final double TOUCH = 1e-3;
  private static final double HANGS = 0.02;

  private final Subject subject;
  private final Tryout tryout;
  private final OptionalInt key;
  private final double noise;
  private double speed;
  private final List<Line> positions = new ArrayList<>();
  private final double[] qpos;
  private Footing footing;
  private Tryout.Pose pose;

  /**
   * A line of {@code start.qpos}.
   *
   * @param key a joint, part of one, or {@code *}
   * @param draw what it is drawn from
   * @param why why it has a line of its own
   */
  record Line(String key, Draw draw, String why) {

    /** Returns the draw as a task file writes it. */
    String text() {
      String noise =
          draw.noise() == Draw.Noise.NONE
              ? ""
              : "uniform("
                  + SketchNames.number(draw.first())
                  + ", "
                  + SketchNames.number(draw.second())
                  + ")";
      return draw.base().isEmpty()
          ? noise
          : SketchNames.number(draw.base().getAsDouble()) + (noise.isEmpty() ? "" : " + " + noise);
    }
  }

  SketchStart(Subject subject, Tryout tryout) {
    this.subject = subject;
    this.tryout = tryout;
    key = key(subject.model());
    qpos = key.isPresent() ? subject.model().keyframeQpos(key.getAsInt()) : subject.model().qpos0();
    noise = SketchNames.roughly(MOST_NOISE * Math.min(1, subject.structure().size()));
    speed = noise;
    pose = tryout.place(qpos, new double[subject.model().nv()]);
    footing = Footing.of(subject, pose);
    List<Structure.Equality> ties = subject.structure().equalities();
    boolean loops = ties.stream().anyMatch(t -> !t.joints());
    if (!loops) {
      positions.add(new Line(Start.ALL, around(OptionalDouble.empty(), noise), ""));
    }
    limits(loops, tied(ties));
    heights();
  }

  private static OptionalInt key(Model model) {
    int count = model.count(ObjectType.KEYFRAME);
    for (String name : RESTING) {
      for (int id = 0; id < count; id++) {
        if (model.name(ObjectType.KEYFRAME, id).filter(name::equalsIgnoreCase).isPresent()) {
          return OptionalInt.of(id);
        }
      }
    }
    return count == 1 ? OptionalInt.of(0) : OptionalInt.empty();
  }

  /** Returns the joints whose positions depend on each other. */
  private static Set<Integer> tied(List<Structure.Equality> ties) {
    Set<Integer> joints = new HashSet<>();
    for (Structure.Equality tie : ties) {
      if (tie.joints()) {
        joints.add(tie.first());
        joints.add(tie.second());
      }
    }
    return joints;
  }

  private void limits(boolean loops, Set<Integer> tied) {
    for (Element joint : subject.vocabulary().elements(Kind.JOINT)) {
      JointInfo info = subject.model().joint(joint.id());
      boolean scalar = info.type() == JointType.HINGE || info.type() == JointType.SLIDE;
      if (!scalar) {
        continue;
      }
      double value = qpos[info.qposAddress()];
      if (tied.contains(joint.id())) {
        if (!loops) {
          positions.add(
              new Line(
                  joint.name(),
                  Draw.constant(SketchNames.rounded(value)),
                  "tied to another joint"));
        }
        continue;
      }
      double reach = Math.min(noise, SHARE_OF_RANGE * (info.upper() - info.lower()));
      boolean inside = value >= info.lower() + noise && value <= info.upper() - noise;
      if (!info.limited() || inside || loops) {
        continue;
      }
      boolean outside = value < info.lower() - TOUCH || value > info.upper() + TOUCH;
      double centre =
          outside
              ? (info.lower() + info.upper()) / 2
              : Math.max(info.lower() + reach, Math.min(info.upper() - reach, value));
      qpos[info.qposAddress()] = centre;
      positions.add(
          new Line(
              joint.name(),
              around(OptionalDouble.of(SketchNames.rounded(centre)), SketchNames.rounded(reach)),
              "within "
                  + SketchNames.number(info.lower())
                  + " … "
                  + SketchNames.number(info.upper())
                  + (outside ? "; the model's default lies outside" : "")));
    }
  }

  private static Draw around(OptionalDouble centre, double reach) {
    return new Draw(centre, Draw.Noise.UNIFORM, -reach, reach);
  }

  /** Puts on the floor what would fall onto it or begins inside of it. */
  private void heights() {
    pose = tryout.place(qpos, new double[subject.model().nv()]);
    footing = Footing.of(subject, pose);
    if (footing.height().isPresent()) {
      lift(
          footing.root(),
          footing.height().getAsInt(),
          footing.sign(),
          footing.gap(subject, pose, footing.root()),
          key.isEmpty());
    }
    for (Element free : subject.freeJoints()) {
      int body = subject.model().joint(free.id()).body();
      if (body != footing.root()) {
        lift(
            body,
            free.address() + 2,
            1,
            footing.gap(subject, pose, subject.structure().root(body)),
            false);
      }
    }
    pose = tryout.place(qpos, new double[subject.model().nv()]);
    footing = Footing.of(subject, pose);
  }

  private void lift(int body, int at, int sign, OptionalDouble gap, boolean lower) {
    double moved = 0;
    if (gap.isPresent()
        && (gap.getAsDouble() < -TOUCH
            || (lower && gap.getAsDouble() > HANGS * subject.structure().size()))) {
      moved = -gap.getAsDouble();
    }
    qpos[at] += sign * moved;
    double up = SketchNames.rounded(noise / 2);
    positions.add(
        new Line(
            heightKey(body, at),
            new Draw(
                moved == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(SketchNames.rounded(qpos[at])),
                Draw.Noise.UNIFORM,
                sign > 0 ? 0 : -up,
                sign > 0 ? up : 0),
            moved == 0
                ? "never into what it stands on"
                : moved < 0 ? "on the floor" : "out of the floor"));
  }

  private String heightKey(int body, int at) {
    Element joint =
        subject.jointsOf(body).stream()
            .filter(
                j ->
                    j.address() <= at && at < j.address() + StartSampler.width(j, Start.Field.QPOS))
            .findFirst()
            .orElseThrow();
    return joint.type().equals("free") ? joint.name() + "[2]" : joint.name();
  }

  /** Returns the keyframe that episodes begin from, as a task file names it. */
  Optional<String> keyName() {
    return key.isPresent()
        ? Optional.of(
            subject
                .model()
                .name(ObjectType.KEYFRAME, key.getAsInt())
                .orElse(Integer.toString(key.getAsInt())))
        : Optional.empty();
  }

  /** Returns the keyframe's id. */
  OptionalInt key() {
    return key;
  }

  /** Returns what draws such starts. */
  StartSampler sampler() {
    Where nowhere = new Where("start", 1, 1);
    List<Start.Rule> rules = new ArrayList<>();
    for (Line line : positions) {
      rules.add(new Start.Rule(Start.Field.QPOS, line.key(), line.draw(), nowhere));
    }
    rules.add(
        new Start.Rule(
            Start.Field.QVEL, Start.ALL, around(OptionalDouble.empty(), speed), nowhere));
    double[] begin =
        key.isPresent() ? subject.model().keyframeQpos(key.getAsInt()) : subject.model().qpos0();
    return new StartSampler(
        new Start(rules), subject.vocabulary(), begin, new double[subject.model().nv()]);
  }

  /** Returns what is drawn for positions, in order; later lines win. */
  List<Line> positions() {
    return List.copyOf(positions);
  }

  /** Begins at rest from now on. */
  void atRest() {
    speed = 0;
  }

  /** Returns how far velocities are drawn from 0. */
  double speed() {
    return speed;
  }

  /** Returns where everything is in the start. */
  Tryout.Pose pose() {
    return pose;
  }

  /** Returns where the driven tree stands in the start. */
  Footing footing() {
    return footing;
  }
}
