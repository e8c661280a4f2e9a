package io.github.guerdon.env.sketch;

import io.github.guerdon.env.Element;
import io.github.guerdon.mujoco.ObjectType;
import io.github.guerdon.reward.slot.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a new task asks for until its author says it: to travel for what can, else to bring what
 * moves farthest to a drawn goal.
 *
 * @param about the sentence for people and designers
 * @param parameters lines of {@code parameters}, none for no goal
 * @param observe what a policy must see of the goal
 * @param metrics lines of {@code metrics}
 * @param maximize the metric that ranks policies
 * @param success the bound on one episode
 * @param official statements of a reward that guides
 * @param sparse statements of a reward that only pays for what is asked
 */
record SketchGoal(
    String about,
    List<String> parameters,
    List<SketchSenses.Item> observe,
    List<String> metrics,
    String maximize,
    String success,
    List<String> official,
    List<String> sparse) {

  private static final double NEAR = 0.1;
  private static final double FLAT = 0.02;

  SketchGoal {
    parameters = List.copyOf(parameters);
    observe = List.copyOf(observe);
    metrics = List.copyOf(metrics);
    official = List.copyOf(official);
    sparse = List.copyOf(sparse);
  }

  static SketchGoal of(Subject subject, Footing footing, Wander wander, boolean healthy) {
    if (footing.travels()) {
      return travel(subject, footing, healthy);
    }
    Optional<Element> tip = wander.farthest(subject, footing.root());
    return tip.isPresent() ? reach(subject, tip.get(), wander.places()) : move();
  }

  private static SketchGoal travel(Subject subject, Footing footing, boolean healthy) {
    Element body = subject.body(footing.root());
    Axis along = footing.along();
    Axis across = along == Axis.X ? Axis.Y : Axis.X;
    String to = SketchNames.coordinate("after", body, along);
    String from = SketchNames.coordinate("before", body, along);
    String start = SketchNames.coordinate("after.start()", body, along);
    double far = SketchNames.roughly(2 * subject.structure().size());
    String stretch = SketchNames.number(SketchNames.roughly(subject.structure().size() / 2));
    return new SketchGoal(
        "Make "
            + body.name()
            + " travel along +"
            + along.call()
            + " as far as it can"
            + (healthy ? ", without falling." : "."),
        List.of(),
        List.of(),
        List.of(
            "distance:",
            "  each: " + SketchNames.expression(to),
            "  over: change",
            "  unit: m",
            "drift:",
            "  each: "
                + SketchNames.expression(
                    "Math.abs("
                        + SketchNames.coordinate("after", body, across)
                        + " - "
                        + SketchNames.coordinate("after.start()", body, across)
                        + ")"),
            "  over: last",
            "  unit: m"),
        "distance",
        "distance >= " + SketchNames.number(far) + (healthy ? " && survival == 1" : ""),
        List.of(
            "double moved = " + to + " - " + from + ";",
            "terms.add(\"forward\", moved / after.dt());"),
        List.of(
            "double from = " + from + " - " + start + ";",
            "double to = " + to + " - " + start + ";",
            "terms.add(\"stretches\", Math.floor(to / "
                + stretch
                + ") - Math.floor(from / "
                + stretch
                + "));"));
  }

  private static SketchGoal reach(Subject subject, Element tip, Wander.Boxes places) {
    double size = places.diagonal(tip);
    String near = SketchNames.number(SketchNames.roughly(NEAR * size));
    String margin = SketchNames.number(SketchNames.roughly(size));
    List<String> left =
        Arrays.stream(Axis.values())
            .map(
                axis ->
                    "after.parameter(\"goal_"
                        + axis.call()
                        + "\") - "
                        + SketchNames.coordinate("after", tip, axis))
            .toList();
    String gap =
        "Math.hypot(Math.hypot(" + left.get(0) + ", " + left.get(1) + "), " + left.get(2) + ")";
    List<String> draws =
        Arrays.stream(Axis.values()).map(axis -> draw(tip, places, axis.index(), size)).toList();
    String sets = marker(subject).map(m -> ", sets: " + SketchNames.yaml("mocap:" + m)).orElse("");
    String what = tip.kind() == Kind.BODY ? "" : tip.kind() == Kind.SITE ? "site " : "geom ";
    String close = ", 0, " + near + ", " + margin + ")";
    return new SketchGoal(
        "Bring " + what + tip.name() + " to a goal, which each episode draws, and hold it there.",
        List.of("goal: { draw: [ " + String.join(", ", draws) + " ]" + sets + " }"),
        IntStream.range(0, left.size())
            .mapToObj(
                i ->
                    new SketchSenses.Item(
                        SketchNames.expression(left.get(i)),
                        i == 0 ? "from where it is to the goal" : ""))
            .toList(),
        List.of(
            "closeness: # 1 within " + near + " m of the goal, 0.1 at " + margin + " m from there",
            "  each: " + SketchNames.expression("Shape.tolerance(" + gap + close),
            "  over: mean",
            "near:",
            "  each: " + SketchNames.expression(gap + " < " + near),
            "  over: fraction",
            "gap:",
            "  each: " + SketchNames.expression(gap),
            "  over: last",
            "  unit: m"),
        "closeness",
        "near >= 0.5",
        List.of(
            "double gap = " + gap + ";",
            "terms.add(\"closeness\", Shape.tolerance(gap" + close + ");"),
        List.of("double gap = " + gap + ";", "terms.add(\"near\", gap < " + near + " ? 1 : 0);"));
  }

  private static String draw(Element tip, Wander.Boxes places, int axis, double size) {
    double low = places.low(tip, axis);
    double high = places.high(tip, axis);
    return high - low < FLAT * size
        ? SketchNames.number((low + high) / 2)
        : "\"uniform(" + SketchNames.number(low) + ", " + SketchNames.number(high) + ")\"";
  }

  /** Finds a mocap body that is only seen and holds nothing, which can show where the goal is. */
  private static Optional<String> marker(Subject subject) {
    return subject.facts().mocapBodies().stream()
        .filter(
            name -> {
              int body = subject.model().id(ObjectType.BODY, name).orElseThrow();
              boolean pulls =
                  subject.structure().equalities().stream()
                      .anyMatch(e -> e.bodies() && (e.first() == body || e.second() == body));
              return !pulls
                  && IntStream.range(0, subject.model().count(ObjectType.GEOM))
                      .filter(g -> subject.model().geomBody(g) == body)
                      .allMatch(subject.structure()::onlySeen);
            })
        .findFirst();
  }

  /** Asks for motion where no place moves: what turns about its own middle. */
  private static SketchGoal move() {
    String motion = "Shape.clamp(after.field(\"qvel\").sumOfSquares(), 0, 100)";
    return new SketchGoal(
        "Keep everything moving.",
        List.of(),
        List.of(),
        List.of("motion:", "  each: " + SketchNames.expression(motion), "  over: mean"),
        "motion",
        "motion >= 1",
        List.of("terms.add(\"motion\", " + motion + ");"),
        List.of("terms.add(\"moving\", after.field(\"qvel\").sumOfSquares() > 1 ? 1 : 0);"));
  }
}
