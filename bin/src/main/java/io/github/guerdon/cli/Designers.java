package io.github.guerdon.cli;

import io.github.guerdon.env.Task;
import io.github.guerdon.generator.design.Designer;
import io.github.guerdon.generator.design.Expense;
import io.github.guerdon.generator.design.GivenDesigner;
import io.github.guerdon.generator.design.language.LanguageDesigner;
import io.github.guerdon.generator.design.language.LanguageSettings;
import io.github.guerdon.generator.design.offline.OfflineDesigner;
import io.github.guerdon.generator.llm.LanguageModel;
import io.github.guerdon.generator.llm.ModelSettings;
import io.github.guerdon.generator.llm.RetryPolicy;
import io.github.guerdon.generator.llm.Secret;
import io.github.guerdon.generator.llm.account.CallBudget;
import io.github.guerdon.generator.llm.account.CallCaps;
import io.github.guerdon.generator.llm.account.Price;
import io.github.guerdon.generator.llm.account.PriceException;
import io.github.guerdon.generator.llm.account.PriceTable;
import io.github.guerdon.generator.llm.account.Spend;
import io.github.guerdon.generator.llm.account.TokenCounter;
import io.github.guerdon.generator.llm.provider.Models;
import io.github.guerdon.generator.llm.provider.Seams;
import io.github.guerdon.generator.llm.record.CallArchive;
import io.github.guerdon.generator.llm.record.RecordException;
import io.github.guerdon.generator.llm.record.RecordingModel;
import io.github.guerdon.generator.llm.record.ReplayedModel;
import io.github.guerdon.generator.run.Caps;
import io.github.guerdon.generator.run.RunDirectory;
import io.github.guerdon.prompt.DesignPrompts;
import io.github.guerdon.prompt.LearnerText;
import io.github.guerdon.prompt.PromptException;
import io.github.guerdon.prompt.Prompts;
import io.github.guerdon.prompt.TaskText;
import io.github.guerdon.sandbox.training.TrainingSettings;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Opens the designer of a run, from what the run keeps: its record, its prompts, its prices. */
final class Designers {

  static final String PRICES = "prices.yaml";

  /** The option of a given designer that holds its reward. */
  static final String SOURCE = "source";

  private static final int MICRO_DIGITS = 6;

  private final Keys keys;

  Designers(Keys keys) {
    this.keys = keys;
  }

  /**
   * Checks what would stop a designer at its first call, before a run is begun.
   *
   * @throws CommandFailure if the key is missing, or a cap on money cannot be kept
   */
  void check(DesignerChoice choice, Caps caps, PriceTable prices, @Nullable Path keyFile) {
    if (choice.offline() || choice.replayed().isPresent()) {
      return;
    }
    ModelSettings settings = choice.settings();
    keys.find(settings, keyFile);
    try {
      CallBudget.open(caps(caps), prices.find(settings));
    } catch (PriceException e) {
      throw new CommandFailure(ExitCode.USAGE, Failures.text(e) + ".");
    }
  }

  /**
   * Opens the designer that a run's record names.
   *
   * @param told what the command line says: the key's file, and the address if it is not the
   *     provider's own
   * @throws CommandFailure if the record's address was not given there as well
   */
  Designer open(RunDirectory run, Task task, ModelOptions told) {
    DesignerChoice choice =
        new DesignerChoice(run.record().designer(), run.record().designerOptions());
    if (choice.name().equals(GivenDesigner.NAME)) {
      return new GivenDesigner(choice.options().getOrDefault(SOURCE, ""));
    }
    return choice.offline() ? new OfflineDesigner() : language(choice, run, task, told);
  }

  private Designer language(DesignerChoice choice, RunDirectory run, Task task, ModelOptions told) {
    ModelSettings settings = choice.settings();
    DesignPrompts prompts = new DesignPrompts(prompts(run.prompts()));
    if (!prompts.hash().equals(choice.promptsHash())) {
      throw new CommandFailure(
          ExitCode.USAGE,
          run.prompts()
              + ": the run's prompt texts were changed; put them back or start a new run.");
    }
    try {
      Optional<Price> price = PriceTable.read(run.path().resolve(PRICES)).find(settings);
      CallArchive archive = CallArchive.at(run.calls());
      Optional<Path> replayed = choice.replayed();
      if (replayed.isPresent()) {
        CallArchive source = CallArchive.at(RunDirectory.calls(replayed.get()));
        Expense expense = expense(source.spent(price));
        LanguageModel model =
            new RecordingModel(
                ReplayedModel.of(source), settings, price, Optional.empty(), archive);
        return designer(model, prompts, run, task, settings, () -> expense);
      }
      told.confirm(settings);
      Optional<Secret> key = keys.find(settings, told.keyFile);
      CallBudget budget =
          CallBudget.open(caps(run.record().caps()), price, archive.spent(price), archive);
      LanguageModel model = Models.open(settings, key, RetryPolicy.standard(), budget, seams());
      return designer(
          new RecordingModel(model, settings, price, key, archive),
          prompts,
          run,
          task,
          settings,
          () -> expense(budget.spent()));
    } catch (PriceException | RecordException e) {
      throw new CommandFailure(ExitCode.USAGE, Failures.text(e) + ".");
    }
  }

  private static Designer designer(
      LanguageModel model,
      DesignPrompts prompts,
      RunDirectory run,
      Task task,
      ModelSettings settings,
      Supplier<Expense> expense) {
    return new LanguageDesigner(
        model,
        prompts,
        taskText(task, run.record().settings().training()),
        new TokenCounter(),
        language(settings),
        expense);
  }

  static LanguageSettings language(ModelSettings settings) {
    LanguageSettings usual = LanguageSettings.standard();
    return new LanguageSettings(
        settings.maxOutputTokens(), usual.promptTokens(), usual.historyTurns(), usual.parallel());
  }

  static TaskText taskText(Task task, TrainingSettings training) {
    return TaskText.of(
        task.description(),
        task.vocabulary(),
        new LearnerText(training.steps(), training.discount(), training.normaliseRewards()));
  }

  /** Returns the texts of a folder over the built-in ones, or the built-in ones. */
  static Prompts prompts(@Nullable Path folder) {
    try {
      return folder == null ? Prompts.builtIn() : Prompts.of(folder);
    } catch (PromptException e) {
      throw new CommandFailure(ExitCode.USAGE, Failures.text(e) + ".");
    }
  }

  /** Returns the prices of a file, or the built-in ones. */
  static PriceTable prices(@Nullable Path file) {
    try {
      return file == null ? PriceTable.builtIn() : PriceTable.read(file);
    } catch (PriceException e) {
      throw new CommandFailure(ExitCode.USAGE, Failures.text(e) + ".");
    }
  }

  /** Writes what a designer needs into a new run, so that it can be resumed and replayed. */
  static void keep(RunDirectory run, Prompts prompts, PriceTable prices) {
    run.keep(run.prompts(), prompts.texts());
    run.keep(run.path(), Map.of(PRICES, prices.text()));
  }

  /** Returns the run whose answers a name asks for: {@code replay:RUN}. */
  static Optional<Path> replayed(String designer) {
    String scheme = "replay:";
    if (!designer.startsWith(scheme)) {
      return Optional.empty();
    }
    Path run = Path.of(designer.substring(scheme.length()));
    if (!Files.isDirectory(RunDirectory.calls(run))) {
      throw new CommandFailure(
          ExitCode.USAGE,
          run + ": holds no recorded calls; name a run that a language model designed.");
    }
    return Optional.of(run);
  }

  static Seams seams() {
    return Seams.real(new SplittableRandom(), new TokenCounter()::most);
  }

  private static CallCaps caps(Caps caps) {
    CallCaps calls = CallCaps.none().withCalls(caps.calls()).withTokens(caps.tokens());
    return caps.microdollars() == Caps.NONE
        ? calls
        : calls.withMoney(BigDecimal.valueOf(caps.microdollars(), MICRO_DIGITS));
  }

  private static Expense expense(Spend spend) {
    return new Expense(
        spend.calls(),
        spend.usage().input(),
        spend.usage().output(),
        spend.money().map(BigDecimal::doubleValue).orElse(Double.NaN));
  }
}
