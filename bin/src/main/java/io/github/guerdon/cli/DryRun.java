package io.github.guerdon.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.guerdon.env.Task;
import io.github.guerdon.generator.design.DesignerException;
import io.github.guerdon.generator.design.TaskBrief;
import io.github.guerdon.generator.design.language.PromptPreview;
import io.github.guerdon.generator.design.language.PromptPreview.Rendered;
import io.github.guerdon.generator.design.language.PromptSize;
import io.github.guerdon.generator.llm.ModelSettings;
import io.github.guerdon.generator.llm.account.Estimate;
import io.github.guerdon.generator.llm.account.Planned;
import io.github.guerdon.generator.llm.account.Price;
import io.github.guerdon.generator.llm.account.PriceTable;
import io.github.guerdon.generator.llm.account.TokenCounter;
import io.github.guerdon.generator.run.Plan;
import io.github.guerdon.generator.run.SearchSettings;
import io.github.guerdon.prompt.DesignPrompts;
import io.github.guerdon.prompt.Prompts;
import java.util.Optional;

/** Prints what a search would do, ask and cost; calls and trains nothing. */
final class DryRun {

  /** A thought and a reward of some twenty lines. */
  private static final int USUAL_OUTPUT = 1_500;

  private final Terminal terminal;
  private final Task task;
  private final DesignerChoice choice;
  private final SearchSettings settings;
  private final Plan plan;
  private final Prompts prompts;
  private final PriceTable prices;

  DryRun(
      Terminal terminal,
      Task task,
      DesignerChoice choice,
      SearchSettings settings,
      Plan plan,
      Prompts prompts,
      PriceTable prices) {
    this.terminal = terminal;
    this.task = task;
    this.choice = choice;
    this.settings = settings;
    this.plan = plan;
    this.prompts = prompts;
    this.prices = prices;
  }

  void print(boolean json) {
    if (json) {
      ObjectNode node =
          Json.event("plan")
              .put("task", task.description().name())
              .put("strategy", settings.strategy().word())
              .put("generations", plan.generations())
              .put("candidates", plan.candidates())
              .put("trainings", plan.trainings())
              .put("steps", plan.steps());
      if (!choice.offline()) {
        Preview preview = preview();
        node.put("first_prompt_tokens", preview.first().tokens())
            .put("refine_prompt_tokens", preview.refine().tokens())
            .put("expected_calls", preview.estimate().expected().calls())
            .put("most_calls", preview.estimate().most().calls());
        preview.estimate().expected().money().ifPresent(m -> node.put("expected_usd", m));
        preview.estimate().most().money().ifPresent(m -> node.put("most_usd", m));
      }
      terminal.print(Json.line(node));
      return;
    }
    terminal.print(
        task.description().name()
            + ", seed "
            + settings.seed()
            + ", profile "
            + settings.profile()
            + ", designer "
            + (choice.offline() ? choice.name() : choice.settings().name())
            + ", strategy "
            + settings.strategy().word());
    plan.lines().forEach(line -> terminal.print("  " + line));
    if (choice.offline()) {
      terminal.print("The offline designer asks no model and costs nothing.");
    } else {
      Preview preview = preview();
      text("system prompt", preview.first().system());
      text("prompt of the first generation", preview.first().prompt());
      parts("first prompt", preview.first());
      parts("refine prompt, at its longest", preview.refine());
      preview.estimate().lines().forEach(terminal::print);
    }
    terminal.print("Nothing was called or trained (--dry-run).");
  }

  /** Returns what the language model is expected to take. */
  Estimate estimate() {
    return preview().estimate();
  }

  private void text(String name, String text) {
    terminal.print("");
    terminal.print("---- " + name);
    terminal.print(text.stripTrailing());
    terminal.print("----");
  }

  private void parts(String name, Rendered rendered) {
    terminal.print("");
    terminal.print(name + ": " + rendered.tokens() + " tokens");
    for (PromptSize part : rendered.parts()) {
      terminal.print(Text.right(Integer.toString(part.tokens()), 8) + "  " + part.name());
    }
  }

  private record Preview(Rendered first, Rendered refine, Estimate estimate) {}

  private Preview preview() {
    ModelSettings model = choice.settings();
    PromptPreview preview =
        new PromptPreview(
            new DesignPrompts(prompts),
            Designers.taskText(task, settings.training()),
            new TokenCounter(),
            Designers.language(model));
    TaskBrief brief = TaskBrief.of(task.description(), task.vocabulary());
    try {
      Rendered first = preview.first(brief);
      Rendered refine = preview.refine(brief);
      Optional<Price> price = prices.find(model);
      Planned planned =
          new Planned(
              plan.generations(),
              plan.candidates(),
              settings.repairs(),
              first.tokens(),
              refine.tokens(),
              Math.min(USUAL_OUTPUT, model.maxOutputTokens()),
              model.maxOutputTokens());
      return new Preview(first, refine, Estimate.of(planned, price));
    } catch (DesignerException e) {
      throw new CommandFailure(ExitCode.USAGE, Failures.text(e));
    }
  }
}
