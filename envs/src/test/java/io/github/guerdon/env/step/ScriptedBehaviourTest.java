package io.github.guerdon.env.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.guerdon.env.BuiltInTasks;
import io.github.guerdon.env.Requirement;
import io.github.guerdon.env.Score;
import io.github.guerdon.env.Task;
import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.env.step.PuppetPhysics.Pose;
import io.github.guerdon.env.step.PuppetPhysics.Script;
import io.github.guerdon.reward.Shape;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Shows each built-in task its behaviour done by a script, and the same script with one thing
 * wrong: success tells them apart.
 */
final class ScriptedBehaviourTest {

  private static final int WORLDS = 2;

  /** The height of the straight hopper's torso when its foot presses on the floor. */
  private static final double FLOOR = 1.205;

  /** The angles of an ant's ankle: as flat as it gets, and as the ant stands on it. */
  private static final double FLAT = Math.toRadians(30);

  private static final double STANDING = Math.toRadians(57);

  static Stream<Arguments> done() {
    return Stream.of(
        arguments("cartpole-swingup", "up in 1.5 s", swingUp(1.5, 0, 0)),
        arguments("inverted-pendulum", "balanced", tilt("hinge", 0, 0)),
        arguments("inverted-double-pendulum", "balanced", tilt("hinge", 0, 0)),
        arguments("reacher", "fingertip on the target", reach(0)),
        arguments("pusher", "cylinder on the goal", push(0)),
        arguments("hopper-run", "1 m/s", glide("rootx", 1)),
        arguments("walker2d-run", "1 m/s", glide("rootx", 1)),
        arguments("halfcheetah-run", "1.5 m/s", glide("rootx", 1.5)),
        arguments("swimmer-run", "0.15 m/s", glide("slider1", 0.15)),
        arguments("ant-run", "0.3 m/s", walk(0.3, 0.6)),
        arguments("humanoid-run", "0.5 m/s", walk(0.5, 1.4)),
        arguments("humanoid-standup", "up in 2 s", standUp(2, 1.3)),
        arguments("hopper-front-flip", "a turn forwards", flip(1, 0.8, FLOOR)),
        arguments("hopper-front-flip", "two turns forwards", flip(2, 0.8, FLOOR)),
        arguments("hopper-back-flip", "a turn backwards", flip(-1, 0.8, FLOOR)),
        arguments("hopper-hop", "12 hops", hop(1.5, 0.2, 0)),
        arguments("halfcheetah-backwards", "-1.2 m/s", glide("rootx", -1.2)),
        arguments("halfcheetah-speed", "as told", obey(1)),
        arguments("halfcheetah-crawl", "0.5 m/s at 0.4 m", glide("rootx", 0.5).then(stoop(0.4))),
        arguments("ant-lie-down", "flat after 1 s", lie(1, 0.37)),
        arguments("ant-wave", "ten waves", wave(0.5, 0, 0.4, FLAT)),
        arguments("ant-spin", "six turns to the left", spin(0.8)),
        arguments("swimmer-diagonal", "45 degrees", head(45, 0.1)),
        arguments("quadruped-run", "1.2 m/s", run(1.2, 0)),
        arguments("panda-reach", "hand on the goal", grasp(0)),
        arguments("fetch-reach", "gripper on the goal", carry(0)));
  }

  /** Near misses, each with the metrics that miss their bounds. */
  static Stream<Arguments> missed() {
    return Stream.of(
        arguments("cartpole-swingup", "late", "upright", swingUp(4, 0, 0)),
        arguments("cartpole-swingup", "aslant", "upright", swingUp(1.5, 0.4, 0)),
        arguments("cartpole-swingup", "off the middle", "upright", swingUp(1.5, 0, 0.6)),
        arguments("inverted-pendulum", "falls in the end", "survival", tilt("hinge", 0, 0.25)),
        arguments(
            "inverted-double-pendulum", "falls in the end", "survival", tilt("hinge", 0, 0.8)),
        arguments("reacher", "3 cm beside", "distance", reach(0.03)),
        arguments("pusher", "3 cm short", "distance", push(0.03)),
        arguments("pusher", "goes back", "distance", push(0).then(returning())),
        arguments("hopper-run", "too slow", "distance", glide("rootx", 0.6)),
        arguments("hopper-run", "backwards", "distance", glide("rootx", -1)),
        arguments(
            "hopper-run",
            "falls in the end",
            "survival",
            glide("rootx", 1).then(tilt("rooty", 0, 0.3))),
        arguments("walker2d-run", "too slow", "distance", glide("rootx", 0.6)),
        arguments("walker2d-run", "backwards", "distance", glide("rootx", -1)),
        arguments(
            "walker2d-run",
            "falls in the end",
            "survival",
            glide("rootx", 1).then(tilt("rooty", 0, 1.1))),
        arguments("halfcheetah-run", "too slow", "distance", glide("rootx", 0.9)),
        arguments("halfcheetah-run", "backwards", "distance", glide("rootx", -1.5)),
        arguments("swimmer-run", "too slow", "distance", glide("slider1", 0.09)),
        arguments("swimmer-run", "sideways", "distance", glide("slider2", 0.15)),
        arguments("ant-run", "too slow", "distance", walk(0.15, 0.6)),
        arguments("ant-run", "backwards", "distance", walk(-0.3, 0.6)),
        arguments(
            "ant-run", "collapses in the end", "survival", walk(0.3, 0.6).then(sink(49, 0.15))),
        arguments("humanoid-run", "too slow", "distance", walk(0.3, 1.4)),
        arguments(
            "humanoid-run", "falls in the end", "survival", walk(0.5, 1.4).then(sink(14, 0.9))),
        arguments("humanoid-standup", "up after 9 s", "standing", standUp(9, 1.3)),
        arguments("humanoid-standup", "sits", "standing", standUp(2, 1)),
        arguments("hopper-front-flip", "backwards", "landed", flip(-1, 0.8, FLOOR)),
        arguments("hopper-front-flip", "300 degrees", "landed", flip(300.0 / 360, 0.8, FLOOR)),
        arguments(
            "hopper-front-flip", "lands on its head", "landed survival", flip(0.5, 0.8, 0.24)),
        arguments(
            "hopper-front-flip", "rolls over the floor", "landed survival", flip(1, -1.15, FLOOR)),
        arguments("hopper-front-flip", "never lands", "landed", flip(1, 0.8, 1.6)),
        arguments(
            "hopper-front-flip", "falls later", "survival", flip(1, 0.8, FLOOR).then(topple(1))),
        arguments(
            "hopper-front-flip",
            "falls forwards",
            "landed survival",
            flip(0, 0, FLOOR).then(topple(1))),
        arguments("hopper-back-flip", "forwards", "landed", flip(1, 0.8, FLOOR)),
        arguments("hopper-back-flip", "300 degrees", "landed", flip(-300.0 / 360, 0.8, FLOOR)),
        arguments(
            "hopper-back-flip", "lands on its head", "landed survival", flip(-0.5, 0.8, 0.24)),
        arguments(
            "hopper-back-flip", "rolls over the floor", "landed survival", flip(-1, -1.15, FLOOR)),
        arguments(
            "hopper-back-flip", "falls later", "survival", flip(-1, 0.8, FLOOR).then(topple(-1))),
        arguments("hopper-hop", "6 hops", "hops", hop(0.75, 0.2, 0)),
        arguments("hopper-hop", "trembles", "hops", hop(10, 0.02, 0)),
        arguments("hopper-hop", "wanders off", "drift", hop(1.5, 0.2, 0.1)),
        arguments("hopper-hop", "hangs in the air", "hops", hop(0, 0, 0).then(lift(0.3))),
        arguments(
            "hopper-hop",
            "falls in the end",
            "survival",
            hop(1.5, 0.2, 0).then(tilt("rooty", 0, 0.6))),
        arguments("halfcheetah-backwards", "forwards", "distance", glide("rootx", 1.2)),
        arguments("halfcheetah-backwards", "too slow", "distance", glide("rootx", -0.9)),
        arguments(
            "halfcheetah-backwards",
            "slides on its back",
            "upright",
            glide("rootx", -1.2).then(tilt("rooty", Math.PI, Math.PI))),
        arguments("halfcheetah-speed", "a third too slow", "tracking", obey(2.0 / 3)),
        arguments("halfcheetah-speed", "a third too fast", "tracking", obey(4.0 / 3)),
        arguments("halfcheetah-speed", "backwards", "tracking", obey(-1)),
        arguments("halfcheetah-speed", "as fast as ever", "tracking", glide("rootx", 4)),
        arguments(
            "halfcheetah-speed",
            "slides on its back",
            "upright",
            obey(1).then(tilt("rooty", Math.PI, Math.PI))),
        arguments(
            "halfcheetah-crawl", "0.1 m too high", "low", glide("rootx", 0.5).then(stoop(0.5))),
        arguments(
            "halfcheetah-crawl", "too slow", "distance", glide("rootx", 0.15).then(stoop(0.4))),
        arguments(
            "halfcheetah-crawl", "backwards", "distance", glide("rootx", -0.5).then(stoop(0.4))),
        arguments(
            "halfcheetah-crawl",
            "slides on its back",
            "level",
            glide("rootx", 0.5).then(stoop(0.3)).then(tilt("rooty", Math.PI, Math.PI))),
        arguments(
            "halfcheetah-crawl",
            "ploughs with its nose",
            "level",
            glide("rootx", 0.5).then(stoop(0.4)).then(tilt("rooty", 0.8, 0.8))),
        arguments("ant-lie-down", "0.1 m too high", "lying", lie(1, 0.47)),
        arguments("ant-lie-down", "late", "lying", lie(3, 0.37)),
        arguments("ant-lie-down", "restless", "lying", lie(1, 0.37).then(whirl(2))),
        arguments("ant-lie-down", "on its back", "lying upright", lie(1, 0.27).then(onBack(0))),
        arguments("ant-wave", "three waves", "left right", wave(0.15, 0, 0.4, FLAT)),
        arguments("ant-wave", "trembles", "left right", wave(5, 0, 0.05, FLAT)),
        arguments("ant-wave", "trembles on one side", "right", wave(5, 0.2, 0.05, FLAT)),
        arguments("ant-wave", "drags the foot", "left right standing", wave(0.5, 0, 0.4, STANDING)),
        arguments(
            "ant-wave", "two legs up", "standing", wave(0.5, 0, 0.4, FLAT).then(raiseAnother())),
        arguments("ant-wave", "walks off", "drift", wave(0.5, 0, 0.4, FLAT).then(drift(0.05))),
        arguments(
            "ant-wave",
            "falls in the end",
            "survival",
            wave(0.5, 0, 0.4, FLAT).then(sink(19, 0.1))),
        arguments("ant-spin", "to the right", "turns", spin(-0.8)),
        arguments("ant-spin", "four turns", "turns", spin(0.5)),
        arguments("ant-spin", "on its back", "upright", spin(0.8).then(onBack(0.8))),
        arguments("ant-spin", "walks in a circle", "drift", spin(0.8).then(circle(0.8))),
        arguments("ant-spin", "falls in the end", "survival", spin(0.8).then(sink(49, 0.1))),
        arguments("swimmer-diagonal", "65 degrees", "off_heading", head(65, 0.1)),
        arguments("swimmer-diagonal", "25 degrees", "off_heading", head(25, 0.1)),
        arguments("swimmer-diagonal", "straight on", "off_heading", head(0, 0.1)),
        arguments("swimmer-diagonal", "too slow", "distance", head(45, 0.04)),
        arguments("swimmer-diagonal", "the opposite way", "distance off_heading", head(225, 0.1)),
        arguments("quadruped-run", "too slow", "distance speed", run(0.8, 0)),
        arguments("quadruped-run", "backwards", "distance speed", run(-1.2, 0)),
        arguments("quadruped-run", "sideways", "speed", run(1.2, 90)),
        arguments("quadruped-run", "tail first", "speed", run(1.2, 180)),
        arguments("quadruped-run", "on its back", "upright", run(1.2, 0).then(rollOver())),
        arguments("panda-reach", "3 cm beside", "distance", grasp(0.03)),
        arguments("panda-reach", "lets go in the end", "distance", grasp(0).then(letGo(2.9))),
        arguments("fetch-reach", "6 cm above", "distance", carry(0.06)),
        arguments("fetch-reach", "leaves in the end", "distance", carry(0).then(leave(1.9))));
  }

  private static Task load(String name) throws TaskException {
    return BuiltInTasks.load(name);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("done")
  void doingItIsSuccess(String name, String how, Script script) throws TaskException {
    Score score = PuppetPhysics.play(load(name), WORLDS, script);
    assertThat(score.successRate()).as("%s", score).isEqualTo(1);
    assertThat(score.requirementsMet()).as("%s", score).isTrue();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("missed")
  void nearMissIsNoSuccess(String name, String how, String missed, Script script)
      throws TaskException {
    Task task = load(name);
    Score score = PuppetPhysics.play(task, WORLDS, script);
    assertThat(score.successRate()).as("%s", score).isZero();
    assertThat(task.description().success())
        .as("%s", score)
        .filteredOn(bound -> !bound.met(score.metrics().get(bound.metric()).mean()))
        .extracting(Requirement::metric)
        .containsExactlyInAnyOrder(missed.split(" "));
  }

  @Test
  void everyBuiltInTaskIsDoneAndMissed() {
    assertThat(names(done())).containsExactlyInAnyOrderElementsOf(Task.builtIn());
    assertThat(names(missed())).containsExactlyInAnyOrderElementsOf(Task.builtIn());
  }

  @Test
  void velocitiesFollowFromThePoses() throws TaskException {
    Score right = PuppetPhysics.play(load("ant-spin"), WORLDS, spin(-0.8));
    Score onBack = PuppetPhysics.play(load("ant-spin"), WORLDS, spin(0).then(onBack(0.8)));
    double turns = 0.8 * 50 / (2 * Math.PI);
    assertThat(right.metrics().get("turns").mean()).isCloseTo(-turns, within(0.1));
    assertThat(onBack.metrics().get("turns").mean()).isCloseTo(turns, within(0.1));
    Score glides = PuppetPhysics.play(load("halfcheetah-run"), WORLDS, glide("rootx", 2));
    assertThat(glides.metrics().get("speed").mean()).isCloseTo(2, within(0.01));
  }

  private static Set<String> names(Stream<Arguments> rows) {
    return rows.map(row -> (String) row.get()[0]).collect(Collectors.toSet());
  }

  /** Returns how much of a time span is gone, in [0, 1]. */
  private static double gone(double time, double from, double to) {
    return Shape.clamp((time - from) / (to - from), 0, 1);
  }

  /** Moves a slide at a steady speed. */
  private static Script glide(String joint, double speed) {
    return (time, seen, pose) -> pose.set(joint, speed * time);
  }

  /** Holds a hinge at an angle, and turns it to another one between 7 s and 7.9 s. */
  private static Script tilt(String joint, double angle, double end) {
    return (time, seen, pose) -> pose.set(joint, Shape.lerp(angle, end, gone(time, 7, 7.9)));
  }

  private static Script swingUp(double duration, double aslant, double aside) {
    return (time, seen, pose) -> {
      pose.set("hinge", Shape.lerp(Math.PI, aslant, gone(time, 0, duration)));
      pose.set("slider", aside * gone(time, 0, 1));
    };
  }

  /** Puts the fingertip on the target, or so far beside it on the line through the middle. */
  private static Script reach(double beside) {
    return (time, seen, pose) -> {
      double x = pose.get("target_x");
      double y = pose.get("target_y");
      double share = 1 - beside / Math.hypot(x, y);
      double bend = bend(share * x, share * y);
      pose.set("joint1", bend);
      pose.set(
          "joint0",
          Math.atan2(share * y, share * x)
              - Math.atan2(0.11 * Math.sin(bend), 0.1 + 0.11 * Math.cos(bend)));
    };
  }

  /** Returns the elbow's angle that puts the fingertip of a two-link arm at a point's distance. */
  private static double bend(double x, double y) {
    double cosine = (x * x + y * y - 0.1 * 0.1 - 0.11 * 0.11) / (2 * 0.1 * 0.11);
    return Math.acos(Shape.clamp(cosine, -1, 1));
  }

  /** Slides the cylinder straight to the goal, at 0, 0, or stops short of it. */
  private static Script push(double left) {
    return (time, seen, pose) -> {
      double x = pose.get("obj_slidex");
      double y = pose.get("obj_slidey");
      double gap = Math.hypot(x, y);
      double share = gap == 0 ? 0 : Math.max(left, gap - 0.01) / gap;
      pose.set("obj_slidex", gap <= left ? x : share * x);
      pose.set("obj_slidey", gap <= left ? y : share * y);
    };
  }

  private static Script returning() {
    return (time, seen, pose) -> {
      if (time > 4.5) {
        pose.set("obj_slidex", 0.1);
      }
    };
  }

  /** Puts the Panda's hand onto the goal that it sees, or so far outwards of it. */
  private static Script grasp(double beside) {
    double upper = 0.32659187;
    double lower = 0.52695011;
    return (time, seen, pose) -> {
      int last = seen.length - 1;
      double x = seen[last - 5] + seen[last - 2];
      double y = seen[last - 4] + seen[last - 1];
      double out = Math.hypot(x, y) + beside;
      double up = seen[last - 3] + seen[last] - 0.333;
      double span = Math.hypot(out, up);
      double elbow = corner(upper, lower, span);
      pose.set("joint1", Math.atan2(y, x));
      pose.set("joint2", Math.atan2(out, up) - 0.25537562 - corner(upper, span, lower));
      pose.set("joint3", 0);
      pose.set("joint4", elbow - 3.6808445);
      pose.set("joint5", 0);
      pose.set("joint6", Math.PI - 0.2);
    };
  }

  /** Takes the Fetch, base and all, to where its gripper is at the goal that it sees, or above. */
  private static Script carry(double above) {
    return (time, seen, pose) -> {
      for (int axis = 0; axis < 3; axis++) {
        String slide = "robot0:slide" + axis;
        pose.set(slide, pose.get(slide) + seen[10 + axis] - seen[axis] + (axis == 2 ? above : 0));
      }
    };
  }

  private static Script leave(double from) {
    return (time, seen, pose) -> {
      if (time > from) {
        pose.set("robot0:slide0", pose.get("robot0:slide0") - 0.1);
      }
    };
  }

  /** Returns a triangle's angle between two sides, opposite to the third. */
  private static double corner(double a, double b, double opposite) {
    return Math.acos((a * a + b * b - opposite * opposite) / (2 * a * b));
  }

  /** Has the Panda straighten its elbow by a quarter from some time on. */
  private static Script letGo(double from) {
    return (time, seen, pose) -> {
      if (time > from) {
        pose.set("joint4", 0.75 * pose.get("joint4"));
      }
    };
  }

  /**
   * Moves the quadruped along x from where it begins, turned to its left by an angle, in degrees.
   */
  private static Script run(double speed, double turned) {
    return (time, seen, pose) -> {
      pose.put(-13 + speed * time, 0, 0.57);
      pose.turn(Math.toRadians(turned), 0, 0, 1);
    };
  }

  private static Script rollOver() {
    return (time, seen, pose) -> pose.turn(Math.PI, 1, 0, 0);
  }

  /** Carries a free body along x at a height. */
  private static Script walk(double speed, double height) {
    return (time, seen, pose) -> pose.put(speed * time, 0, height);
  }

  /** Brings a free body down to a height at some time. */
  private static Script sink(double from, double height) {
    return (time, seen, pose) -> {
      if (time > from) {
        pose.put(pose.x(), 0, height);
      }
    };
  }

  /** Raises a body that lies along x, its head at −x, onto its feet. */
  private static Script standUp(double until, double height) {
    return (time, seen, pose) -> {
      double raised = gone(time, until - 1, until);
      pose.put(0, 0, Shape.lerp(0.1, height, raised));
      pose.turn(raised * Math.PI / 2, 0, 1, 0);
    };
  }

  /** Turns the straight hopper over between 0.5 s and 1.3 s, on an arc to a landing height. */
  private static Script flip(double turns, double arc, double landing) {
    return (time, seen, pose) -> {
      double flown = gone(time, 0.5, 1.3);
      stretch(pose);
      pose.set("rooty", 2 * Math.PI * turns * flown);
      pose.set("rootz", Shape.lerp(FLOOR, landing, flown) + 4 * arc * flown * (1 - flown));
    };
  }

  private static void stretch(Pose pose) {
    for (String joint : List.of("thigh_joint", "leg_joint", "foot_joint")) {
      pose.set(joint, 0);
    }
  }

  /** Has the hopper tip over onto its side between 2 s and 3 s. */
  private static Script topple(int direction) {
    return (time, seen, pose) -> {
      double fallen = gone(time, 2, 3);
      pose.set("rooty", pose.get("rooty") + direction * fallen * Math.PI / 2);
      pose.set("rootz", pose.get("rootz") - 1.17 * fallen);
    };
  }

  /** Lifts the hopper off the floor for half of each period. */
  private static Script hop(double rate, double height, double speed) {
    return (time, seen, pose) -> {
      stretch(pose);
      pose.set("rootx", speed * time);
      pose.set("rootz", FLOOR + Math.max(0, height * Math.sin(2 * Math.PI * rate * time)));
    };
  }

  private static Script lift(double height) {
    return (time, seen, pose) -> pose.set("rootz", FLOOR + height);
  }

  /** Moves the half-cheetah at a share of the speed that it sees asked for. */
  private static Script obey(double share) {
    return (time, seen, pose) ->
        pose.set("rootx", pose.get("rootx") + share * seen[seen.length - 1] * 0.05);
  }

  /** Holds the half-cheetah's torso at a height. */
  private static Script stoop(double height) {
    return (time, seen, pose) -> pose.set("rootz", height - 0.7);
  }

  private static void ankles(Pose pose, double angle) {
    pose.set("ankle_1", angle);
    pose.set("ankle_2", -angle);
    pose.set("ankle_3", -angle);
    pose.set("ankle_4", angle);
  }

  /** Brings the ant down within a time, its legs out flat. */
  private static Script lie(double until, double height) {
    return (time, seen, pose) -> {
      ankles(pose, FLAT);
      pose.put(0, 0, Shape.lerp(0.75, height, gone(time, until - 1, until)));
      pose.turn(0, 0, 0, 1);
    };
  }

  /** Turns the ant to its left in rad/s, the right way up. */
  private static Script whirl(double speed) {
    return (time, seen, pose) -> pose.turn(speed * time, 0, 0, 1);
  }

  /** Turns the ant to its left in rad/s, on its back: a half turn about an axis that turns. */
  private static Script onBack(double speed) {
    return (time, seen, pose) ->
        pose.turn(Math.PI, Math.cos(speed * time / 2), Math.sin(speed * time / 2), 0);
  }

  private static void stand(Pose pose) {
    ankles(pose, STANDING);
    pose.put(0, 0, 0.565);
    pose.turn(0, 0, 0, 1);
  }

  private static Script spin(double speed) {
    return (time, seen, pose) -> {
      stand(pose);
      pose.turn(speed * time, 0, 0, 1);
    };
  }

  /** Leads the ant around a circle of 2 m across. */
  private static Script circle(double speed) {
    return (time, seen, pose) ->
        pose.put(Math.sin(speed * time), 1 - Math.cos(speed * time), 0.565);
  }

  /** Swings the ant's first leg about an angle while its ankle has another one. */
  private static Script wave(double rate, double middle, double size, double ankle) {
    return (time, seen, pose) -> {
      stand(pose);
      pose.set("ankle_1", ankle);
      pose.set("hip_1", middle + size * Math.sin(2 * Math.PI * rate * time));
    };
  }

  private static Script raiseAnother() {
    return (time, seen, pose) -> pose.set("ankle_2", -FLAT);
  }

  private static Script drift(double speed) {
    return (time, seen, pose) -> pose.put(speed * time, 0, 0.565);
  }

  /** Takes the straight swimmer into a direction, in degrees. */
  private static Script head(double degrees, double speed) {
    double angle = Math.toRadians(degrees);
    return (time, seen, pose) -> {
      pose.set("slider1", speed * time * Math.cos(angle));
      pose.set("slider2", speed * time * Math.sin(angle));
      pose.set("free_body_rot", angle);
      pose.set("motor1_rot", 0);
      pose.set("motor2_rot", 0);
    };
  }
}
