package io.github.guerdon.prompt;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.guerdon.env.ExpressionCompiler;
import io.github.guerdon.env.Task;
import io.github.guerdon.env.TaskDescription;
import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.env.model.WheelName;
import io.github.guerdon.reward.slot.ExpressionProgram;
import io.github.guerdon.reward.slot.SlotTable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Real tasks and made-up feedback for tests. */
final class Samples {

  static final LearnerText LEARNER = new LearnerText(400_000, 0.99, true);

  /** Prompts show expressions and never evaluate them. */
  private static final ExpressionCompiler UNCOMPILED =
      (expressions, vocabulary) ->
          new ExpressionProgram(
              "Uncompiled", new byte[0], new SlotTable(List.of(), List.of()), expressions.size());

  private static final String CODE =
      """
      import io.github.guerdon.reward.*;

      public final class Reward implements RewardFunction {

        @Tune(min = 0.1, max = 10) private static final double DRIVE = 2;

        @Override
        public void reward(State before, Action action, State after, Terms terms) {
          terms.add("drive", DRIVE * (after.qpos(0) - before.qpos(0)));
          terms.add("smooth", -0.05 * action.rate());
        }
      }
      """;

  private Samples() {}

  /** Loads a built-in task; one whose wheel is not in the cache skips the test. */
  static Task task(String name) {
    try {
      Optional<WheelName> wheel = Task.missingWheel(name);
      assumeTrue(
          wheel.isEmpty(),
          () -> "missing wheel: " + wheel.orElseThrow() + ", which bin/check-robots fetches");
      return Task.load(name, UNCOMPILED);
    } catch (TaskException e) {
      throw new IllegalStateException("task " + name + " does not load", e);
    }
  }

  /** Returns the built-in tasks that need no wheel that is missing. */
  static List<String> atHand() {
    return Task.builtIn().stream().filter(name -> !needsWheel(name)).toList();
  }

  private static boolean needsWheel(String name) {
    try {
      return Task.missingWheel(name).isPresent();
    } catch (TaskException e) {
      throw new IllegalStateException("task " + name + " does not unpack", e);
    }
  }

  static TaskDescription describe(String name) {
    try {
      return Task.describe(name);
    } catch (TaskException e) {
      throw new IllegalStateException("task " + name + " does not unpack", e);
    }
  }

  static TaskText text(String name) {
    Task task = task(name);
    return TaskText.of(task.description(), task.vocabulary(), LEARNER);
  }

  static Feedback feedback() {
    return new Feedback(
        List.of(
            new ParentText(
                "g2c1",
                CODE,
                "fitness 3.10 ± 0.42, requirements met\ndrive: mean 0.021, rising",
                "drive: weight 1 to 2; fitness +0.8",
                "A stronger drive."),
            new ParentText("g1c3", CODE, "fitness 2.30 ± 0.55", "", "")),
        List.of(
            new FailureText(
                "g2c2", "terms: drive, far", "STATIC_REJECT", "9:22 NAME no body 'torzo'"),
            new FailureText("g2c3", "", "TIMED_OUT", "")),
        List.of(
            new TurnText(1, "3 trained, best g1c3 with 2.30"),
            new TurnText(2, "1 trained, best g2c1 with 3.10; 2 failed")),
        "- A drive by progress trains well.");
  }

  /** Returns feedback as large as a search passes it on: four parents, each near its bound. */
  static Feedback largeFeedback() {
    String lines = lines("term_%d: mean 0.0213, sd 0.0112, share 18 %%, rising, 0.01 to 0.04", 12);
    ParentText parent =
        new ParentText(
            "g4c1",
            CODE + lines("    terms.add(\"term_%d\", 0.1 * after.qpos(0));", 8),
            lines,
            "drive: weight 1 to 2; fitness +0.8",
            "A stronger drive, and less of all others.");
    FailureText failure =
        new FailureText(
            "g4c2", "terms: drive, far", "STATIC_REJECT", lines("%d:3 NAME no body", 3));
    return new Feedback(
        List.of(parent, parent, parent, parent),
        List.of(failure, failure),
        IntStream.rangeClosed(1, 4)
            .mapToObj(n -> new TurnText(n, "3 trained, best g" + n + "c1 with 2.30; 1 failed"))
            .toList(),
        lines("- Lesson %d: what drives by progress trains well within this training.", 6));
  }

  private static String lines(String format, int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(format::formatted)
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
