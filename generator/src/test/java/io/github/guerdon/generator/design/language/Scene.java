package io.github.guerdon.generator.design.language;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.guerdon.env.Task;
import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.env.model.WheelName;
import io.github.guerdon.generator.design.DesignContext;
import io.github.guerdon.generator.design.Expense;
import io.github.guerdon.generator.design.Past;
import io.github.guerdon.generator.design.Proposal;
import io.github.guerdon.generator.design.Reading;
import io.github.guerdon.generator.design.TaskBrief;
import io.github.guerdon.generator.llm.LanguageModel;
import io.github.guerdon.generator.llm.account.TokenCounter;
import io.github.guerdon.prompt.DesignPrompts;
import io.github.guerdon.prompt.LearnerText;
import io.github.guerdon.prompt.Prompts;
import io.github.guerdon.prompt.TaskText;
import io.github.guerdon.reward.slot.ExpressionProgram;
import io.github.guerdon.reward.slot.SlotTable;
import java.util.List;
import java.util.Optional;

/** Made-up candidates of real tasks. */
final class Scene {

  static final TokenCounter COUNTER = new TokenCounter();
  static final DesignPrompts PROMPTS = new DesignPrompts(Prompts.builtIn());
  static final LanguageSettings SETTINGS = new LanguageSettings(2_000, 7_000, 4, 4);
  static final Expense EXPENSE = new Expense(7, 70, 700, 0.5);

  /** Loaded without a compiler: prompts show expressions and never evaluate them. */
  static final Task HOPPER = task("hopper-run");

  private Scene() {}

  /** Loads a built-in task; one whose wheel is not in the cache skips the test. */
  static Task task(String name) {
    try {
      Optional<WheelName> wheel = Task.missingWheel(name);
      assumeTrue(
          wheel.isEmpty(),
          () -> "missing wheel: " + wheel.orElseThrow() + ", which bin/check-robots fetches");
      return Task.load(
          name,
          (expressions, vocabulary) ->
              new ExpressionProgram(
                  "Uncompiled",
                  new byte[0],
                  new SlotTable(List.of(), List.of()),
                  expressions.size()));
    } catch (TaskException e) {
      throw new IllegalStateException("task " + name + " does not load", e);
    }
  }

  static TaskText text(Task task) {
    return TaskText.of(task.description(), task.vocabulary(), new LearnerText(400_000, 0.99, true));
  }

  static TaskBrief brief(Task task) {
    return TaskBrief.of(task.description(), task.vocabulary());
  }

  static LanguageDesigner designer(LanguageModel model) {
    return designer(model, HOPPER, SETTINGS);
  }

  static LanguageDesigner designer(LanguageModel model, Task task, LanguageSettings settings) {
    return new LanguageDesigner(model, PROMPTS, text(task), COUNTER, settings, () -> EXPENSE);
  }

  static DesignContext start() {
    return new DesignContext(brief(HOPPER), 0, 7, List.of(), List.of());
  }

  /** Returns the context after these candidates; those scored are the parents, best first. */
  static DesignContext after(List<Past> earlier) {
    int last = earlier.stream().mapToInt(Past::generation).max().orElse(-1);
    List<Past> parents = earlier.stream().filter(Past::scored).limit(4).toList();
    return new DesignContext(brief(HOPPER), last + 1, 7, parents, earlier);
  }

  /** Returns a reward of one term and its weight. */
  static String code(String term, String weight) {
    return """
    import io.github.guerdon.reward.*;

    public final class Reward implements RewardFunction {
      private static final double WEIGHT = %s;

      @Override
      public void reward(State before, Action action, State after, Terms terms) {
        double drive = after.body("torso").velocity().x();
        terms.add("%s", WEIGHT * drive);
        terms.add("calm", -0.07 * action.rate());
      }
    }
    """
        .formatted(weight, term);
  }

  static String fence(String code) {
    return "```java\n" + code + "```\n";
  }

  static Past scored(int generation, int index, String code, double fitness) {
    return scored(generation, index, code, fitness, List.of());
  }

  static Past scored(int generation, int index, String code, double fitness, List<String> parents) {
    String feedback =
        """
        fitness (distance): %s
        required survival >= 0.95: 0.9700, met
        episode length: 970.0 of 1000 steps
        return under its own reward: 812.5
        term forward: mean 1.500, spread 1.000, share 60 %%, rising
        term calm: mean 1.000, spread 0.000, share 40 %%, constant
        The policy reached distance %s m.
        """
            .formatted(fitness, fitness);
    return new Past(
        "g" + generation + "c" + index,
        generation,
        new Proposal(code, "Drive it on.", parents, "refine", "", Reading.CODE),
        Past.SCORED,
        code,
        feedback);
  }

  static Past failed(int generation, int index, String outcome, String findings) {
    return new Past(
        "g" + generation + "c" + index,
        generation,
        new Proposal("", "Try number " + index + ".", List.of(), "first", "", Reading.CODE),
        outcome,
        "class Reward {}",
        findings);
  }
}
