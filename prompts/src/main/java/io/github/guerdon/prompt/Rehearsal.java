package io.github.guerdon.prompt;

import io.github.guerdon.env.Control;
import io.github.guerdon.env.Draw;
import io.github.guerdon.env.Element;
import io.github.guerdon.env.Element.Range;
import io.github.guerdon.env.Episode;
import io.github.guerdon.env.FitnessRule;
import io.github.guerdon.env.Metric;
import io.github.guerdon.env.Observation;
import io.github.guerdon.env.Requirement;
import io.github.guerdon.env.Requirement.Comparison;
import io.github.guerdon.env.Start;
import io.github.guerdon.env.TaskDescription;
import io.github.guerdon.env.Training;
import io.github.guerdon.env.Vary;
import io.github.guerdon.env.Vocabulary;
import io.github.guerdon.env.file.Expression;
import io.github.guerdon.env.file.Expression.Where;
import io.github.guerdon.reward.slot.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Renders every text once with everything there is and once with as little as there can be, so that
 * a faulty text is found before anything is paid for.
 */
final class Rehearsal {

  private static final Where HERE = new Where("rehearsal", 1, 1);
  private static final LearnerText LEARNER = new LearnerText(100_000, 0.99, true);

  private Rehearsal() {}

  static void of(Prompts prompts) {
    DesignPrompts design = new DesignPrompts(prompts);
    design.system();
    requests(design, rich(), richFeedback());
    requests(design, bare(), bareFeedback());
    design.repair(bare(), "", "NO_CODE", "no code", 1, 2);
    design.refine(bare(), new Feedback(List.of(), List.of(), List.of(), ""));
    design.explore(bare(), new Feedback(List.of(), List.of(), List.of(), ""));
  }

  private static void requests(DesignPrompts design, TaskText task, Feedback feedback) {
    design.first(task);
    design.refine(task, feedback);
    design.mutate(task, feedback, "progress");
    design.crossover(task, feedback);
    design.explore(task, feedback);
    design.repair(task, "1 class Reward {}", "COMPILE_ERROR", "1:1 no method", 1, 2);
    design.reflect(task, feedback);
    design.ask(task);
  }

  private static TaskText rich() {
    Expression healthy = new Expression("after.time() < 9", Expression.Type.CONDITION, HERE);
    return task(
        new Episode(
            10,
            new Start(
                List.of(
                    new Start.Rule(
                        Start.Field.QPOS,
                        "joint",
                        new Draw(OptionalDouble.of(1), Draw.Noise.NORMAL, 0, 1),
                        HERE))),
            Optional.of(healthy)),
        Control.Derived.GYMNASIUM,
        List.of(new Requirement("survival", Comparison.AT_LEAST, 0.5)),
        new Vocabulary(0.01, 1, 1, everyKind(), List.of("target")),
        LEARNER);
  }

  private static List<Element> everyKind() {
    List<Kind> kinds =
        Arrays.stream(Kind.values())
            .filter(
                k -> k != Kind.WORLD && k != Kind.CONTACT && k != Kind.SLICE && k != Kind.PARAMETER)
            .toList();
    return IntStream.range(0, kinds.size())
        .mapToObj(
            i ->
                new Element(
                    kinds.get(i),
                    "name" + i,
                    1,
                    kinds.get(i) == Kind.JOINT ? "hinge" : "",
                    0,
                    0,
                    1,
                    new Range(-1, 1)))
        .toList();
  }

  private static TaskText bare() {
    return task(
        new Episode(10, new Start(List.of()), Optional.empty()),
        Control.Derived.END,
        List.of(),
        new Vocabulary(0.01, 1, 1, List.of(), List.of()),
        new LearnerText(100_000, 1, false));
  }

  private static TaskText task(
      Episode episode,
      Control.Derived derived,
      List<Requirement> bounds,
      Vocabulary vocabulary,
      LearnerText learner) {
    Expression time = new Expression("after.time()", Expression.Type.NUMBER, HERE);
    return TaskText.of(
        new TaskDescription(
            "rehearsal",
            "Do it.",
            "model.xml",
            new Control(1, derived),
            episode,
            List.of(new Observation.Scalar(time)),
            List.of(),
            List.of(new Metric("progress", time, Metric.Over.LAST, bounds.isEmpty() ? "" : "s")),
            new FitnessRule(bounds, "progress"),
            bounds,
            new Training(1, Map.of()),
            List.of(),
            Map.of(),
            Vary.NOTHING),
        vocabulary,
        learner);
  }

  private static Feedback richFeedback() {
    ParentText parent = new ParentText("g1c1", "class Reward {}", "fine", "less", "so it runs");
    return new Feedback(
        List.of(parent, parent),
        List.of(new FailureText("g1c2", "a sum", "DIVERGED", "not finite")),
        List.of(new TurnText(1, "tried a sum")),
        "Sums help.");
  }

  private static Feedback bareFeedback() {
    ParentText parent = new ParentText("g1c1", "class Reward {}", "", "", "");
    return new Feedback(
        List.of(parent, parent),
        List.of(new FailureText("g1c2", "", "DIVERGED", "")),
        List.of(),
        "");
  }
}
