package io.github.guerdon.env.sketch;

import io.github.guerdon.env.ActionMode;
import io.github.guerdon.env.Element;
import io.github.guerdon.env.Start;
import io.github.guerdon.mujoco.DataField;
import io.github.guerdon.mujoco.Model;
import io.github.guerdon.mujoco.ObjectType;
import io.github.guerdon.reward.slot.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A new task for a model: the texts of its files, and what its author should know.
 *
 * @param yaml the task file
 * @param official a reward that guides
 * @param sparse a reward that only pays for what is asked
 * @param notes what is unusual about the model, a sentence each
 */
record TaskSketch(String yaml, String official, String sparse, List<String> notes) {

  private static final double EPISODE_SECONDS = 10;
  private static final int MOST_STEPS = 1000;

  /** What is left of actions that blow the simulation up, until it survives them. */
  private static final List<Double> WEAKER = List.of(0.3, 0.1, 0.03, 0.01, 1e-3, 1e-4, 1e-5, 1e-6);

  private static final int WANDER = 150;

  /** What blew up once has to show more before it is believed. */
  private static final int LONG_WANDER = 5 * WANDER;

  private static final double FALLEN = 0.5;
  private static final double FREE_FALL = 1;
  private static final int SHOWN = 12;

  /** An elongated name in a list of names says nothing. */
  private static final int LONGEST_NAME = 60;

  TaskSketch {
    notes = List.copyOf(notes);
  }

  /**
   * How the task is called and where its parts are.
   *
   * @param name the task's name
   * @param model the model as the task file writes it
   * @param official file name of the guiding reward
   * @param sparse file name of the sparse one
   */
  record Labels(String name, String model, String official, String sparse) {}

  /** Writes a task for a model, having tried what it does. */
  static TaskSketch of(Subject subject, Labels labels) {
    try (Tryout tryout = Tryout.open(subject.model(), 1)) {
      return new Writer(subject, labels, new SketchStart(subject, tryout)).sketch();
    }
  }

  private static final class Writer {

    private final Subject subject;
    private final Labels labels;
    private final SketchStart start;
    private final Footing footing;
    private final SketchAction action;
    private final Wander wander;
    private final Optional<String> healthy;
    private final SketchGoal goal;
    private final List<String> notes = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    Writer(Subject subject, Labels labels, SketchStart start) {
      this.subject = subject;
      this.labels = labels;
      this.start = start;
      footing = start.footing();
      SketchAction whole = SketchAction.of(subject, start.key(), start.keyName());
      SketchAction tried = whole;
      Wander outcome = Wander.of(subject, start, whole, WANDER);
      if (outcome.blownUp() > 0) {
        start.atRest();
        outcome = Wander.of(subject, start, whole, LONG_WANDER);
      }
      for (int i = 0; i < WEAKER.size() && outcome.blownUp() > 0; i++) {
        SketchAction weaker = whole.weakened(WEAKER.get(i));
        Wander then = Wander.of(subject, start, weaker, LONG_WANDER);
        if (then.blownUp() < outcome.blownUp()) {
          tried = weaker;
          outcome = then;
        }
      }
      action = tried;
      wander = outcome;
      if (wander.blownUp() > 0) {
        notes.add(
            "under random actions the simulation diverges; use a smaller timestep in the model or narrower control ranges");
      }
      healthy = healthy();
      goal = SketchGoal.of(subject, footing, wander, healthy.isPresent());
    }

    /** What stands on a floor is healthy while it stands; what falls for ever is not for long. */
    private Optional<String> healthy() {
      Element body = subject.body(footing.root());
      if (footing.fallsForever(subject)) {
        notes.add(
            "nothing holds '"
                + body.name()
                + "' up, and the model has no floor; name a scene that includes it and has one");
        return Optional.of(above(body, heightOverWorld() - FREE_FALL));
      }
      if (footing.floor().isEmpty() || !footing.travels()) {
        return Optional.empty();
      }
      double floor = heightOverWorld() - footing.rootHeight(pose());
      double bound = FALLEN * footing.rootHeight(pose());
      return bound > 0 && wander.lowestSoon() > bound
          ? Optional.of(above(body, floor + bound))
          : Optional.empty();
    }

    private double heightOverWorld() {
      return pose().at(DataField.XPOS, footing.root(), 2);
    }

    private Tryout.Pose pose() {
      return start.pose();
    }

    private static String above(Element body, double bound) {
      return SketchNames.coordinate("after", body, Axis.Z) + " > " + SketchNames.number(bound);
    }

    TaskSketch sketch() {
      head();
      control();
      episode();
      senses();
      goal();
      return new TaskSketch(
          text.toString(),
          reward(
              "A reward to begin with: it guides towards what the task asks for now.",
              goal.official(),
              true),
          reward("Pays only for what the task asks for now.", goal.sparse(), false),
          notes);
    }

    private void line(String line) {
      text.append(line).append('\n');
    }

    private void head() {
      Model model = subject.model();
      line(
          "# A task to begin with, written for this model by 'guerdon tasks new'. It runs as it is.");
      line(
          "# What is marked TODO is a guess: say there what you want. The language: docs/tasks.md.");
      line("#");
      line("# What rewards and expressions can read here:");
      for (Kind kind :
          List.of(
              Kind.BODY,
              Kind.JOINT,
              Kind.SITE,
              Kind.GEOM,
              Kind.SENSOR,
              Kind.TENDON,
              Kind.ACTUATOR)) {
        vocabulary(kind);
      }
      names("keyframes", ObjectType.KEYFRAME);
      if (!subject.facts().mocapBodies().isEmpty()) {
        line("#   mocap bodies: " + listed(List.copyOf(subject.facts().mocapBodies())));
      }
      line(
          "# "
              + model.nq()
              + " positions, "
              + model.nv()
              + " velocities, "
              + model.nu()
              + " controls. All of it: guerdon tasks show FILE");
      line("name: " + labels.name());
      line("about: " + SketchNames.yaml(goal.about()) + " # TODO: what should a policy do?");
      line("model: " + SketchNames.yaml(labels.model()));
    }

    private void vocabulary(Kind kind) {
      List<Element> elements = subject.vocabulary().elements(kind);
      if (!elements.isEmpty()) {
        line(
            "#   "
                + kind.name().toLowerCase(Locale.ROOT)
                + ": "
                + listed(elements.stream().map(Writer::described).toList()));
      }
    }

    private static String described(Element element) {
      Element.Range range = element.range();
      String type = element.kind() == Kind.JOINT ? element.type() : "";
      String ends =
          Double.isFinite(range.low())
              ? SketchNames.number(range.low()) + " … " + SketchNames.number(range.high())
              : "";
      String unit = type.equals("hinge") ? " rad" : type.equals("slide") ? " m" : "";
      String detail =
          (type + (ends.isEmpty() ? "" : (type.isEmpty() ? "" : " ") + ends + unit)).strip();
      String name = element.name();
      return SketchNames.comment(
          (name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name)
              + (detail.isEmpty() ? "" : " (" + detail + ")"));
    }

    private void names(String what, ObjectType type) {
      int count = subject.model().count(type);
      if (count > 0) {
        line(
            "#   "
                + what
                + ": "
                + listed(
                    IntStream.range(0, count)
                        .mapToObj(i -> subject.model().name(type, i).orElse(Integer.toString(i)))
                        .toList()));
      }
    }

    private static String listed(List<String> names) {
      String shown =
          SketchNames.comment(String.join(", ", names.subList(0, Math.min(SHOWN, names.size()))));
      return names.size() > SHOWN ? shown + " … and " + (names.size() - SHOWN) + " more" : shown;
    }

    private void control() {
      ActionMode mode = action.mode();
      double dt = subject.vocabulary().dt();
      line("control:");
      line("  frame_skip: " + subject.frameSkip() + " # " + SketchNames.number(1 / dt) + " Hz");
      line("  # " + action.why());
      if (mode.key().isPresent()) {
        line("  action: offset-from-key");
        line("  key: " + SketchNames.yaml(mode.key().get().name()));
      }
      if (mode.key().isPresent() || mode.scale() != 1) {
        line("  scale: " + SketchNames.number(mode.scale()));
      }
      if (mode.span() != 1) {
        line("  span: " + SketchNames.number(mode.span()));
      }
    }

    private void episode() {
      long steps =
          Math.max(
              1, Math.min(MOST_STEPS, Math.round(EPISODE_SECONDS / subject.vocabulary().dt())));
      line("episode:");
      line(
          "  steps: "
              + steps
              + " # "
              + SketchNames.number(steps * subject.vocabulary().dt())
              + " s");
      line("  start:");
      start.keyName().ifPresent(key -> line("    key: " + SketchNames.yaml(key)));
      if (start.positions().isEmpty()) {
        line("    # positions are not disturbed: constraints tie them to each other");
      } else {
        line(
            "    qpos: # rad and m, around the "
                + (start.key().isPresent() ? "keyframe" : "model's default"));
        for (SketchStart.Line rule : start.positions()) {
          line(
              "      "
                  + (rule.key().equals(Start.ALL) ? "\"*\"" : SketchNames.yaml(rule.key()))
                  + ": "
                  + rule.text()
                  + (rule.why().isEmpty() ? "" : " # " + rule.why()));
        }
      }
      String speed = SketchNames.number(start.speed());
      line(
          start.speed() > 0
              ? "    qvel: uniform(-" + speed + ", " + speed + ")"
              : "    # velocities are not disturbed: the simulation does not survive it");
      healthy.ifPresent(
          condition ->
              line(
                  "  healthy: "
                      + SketchNames.expression(condition)
                      + " # TODO: when has it failed?"));
    }

    private void senses() {
      if (!goal.parameters().isEmpty()) {
        line(
            "parameters: # TODO: where do goals lie? This box is where random actions brought it.");
        goal.parameters().forEach(p -> line("  " + p));
      }
      line("observe:");
      List<SketchSenses.Item> items = new ArrayList<>(SketchSenses.of(subject, footing));
      items.addAll(goal.observe());
      for (SketchSenses.Item item : items) {
        line("  - " + item.value() + (item.what().isEmpty() ? "" : " # " + item.what()));
      }
    }

    private void goal() {
      line(
          "metrics: # TODO: numbers by which you would judge it yourself; survival and length are there");
      goal.metrics().forEach(m -> line("  " + m));
      line("  effort:");
      line("    each: action.sumOfSquares()");
      line("    over: mean");
      line("fitness:");
      if (healthy.isPresent() && !footing.fallsForever(subject)) {
        line("  require:");
        line("    survival: \">= 0.9\"");
      }
      line(
          "  maximize: " + goal.maximize() + " # TODO: what makes one policy better than another?");
      line("success: " + goal.success() + " # TODO");
      line("training:");
      line("  steps: 300000 # raise it for what is hard to learn");
      line("baselines: # for comparison only; a designer never sees them");
      line("  official: " + SketchNames.yaml(labels.official()));
      line("  sparse: " + SketchNames.yaml(labels.sparse()));
    }

    private String reward(String what, List<String> statements, boolean guides) {
      StringBuilder java = new StringBuilder();
      java.append("import io.github.guerdon.reward.*;\n\n/** ").append(what).append(" */\n");
      java.append("public final class Reward implements RewardFunction {\n\n  @Override\n");
      java.append(
          "  public void reward(State before, Action action, State after, Terms terms) {\n");
      statements.forEach(s -> java.append("    ").append(s).append('\n'));
      if (guides && healthy.isPresent() && !footing.fallsForever(subject)) {
        java.append("    terms.add(\"healthy\", ").append(healthy.get()).append(" ? 1 : 0);\n");
      }
      return java.append("  }\n}\n").toString();
    }
  }
}
