package io.github.guerdon.cli;

import io.github.guerdon.env.Clarification;
import io.github.guerdon.env.ClarificationFile;
import io.github.guerdon.env.Task;
import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.generator.design.DesignerException;
import io.github.guerdon.generator.design.language.Inquiry;
import io.github.guerdon.generator.design.language.Inquiry.Question;
import io.github.guerdon.generator.llm.AttemptBudget;
import io.github.guerdon.generator.llm.LanguageModel;
import io.github.guerdon.generator.llm.ModelSettings;
import io.github.guerdon.generator.llm.RetryPolicy;
import io.github.guerdon.generator.llm.provider.Models;
import io.github.guerdon.prompt.DesignPrompts;
import io.github.guerdon.sandbox.training.TrainingSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Has a language model ask about a task, and puts the answers into the task's file. */
@Command(
    name = "ask",
    description = {
      "Have a language model list what is unclear in a task's description, the most important first: one call.",
      "With --form FILE the questions go into a form; fill it in, and 'guerdon ask TASK --answers FILE' adds the answers to the task's file, without a call. Designers read them there."
    })
final class AskCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final Keys keys;

  @Parameters(
      paramLabel = "TASK",
      description =
          "The path of a task's YAML file; a built-in task's name works for questions alone.",
      completionCandidates = Tasks.Names.class)
  private String taskName = "";

  @Mixin private DesignerOptions designer = new DesignerOptions();

  @Option(
      names = "--form",
      paramLabel = "FILE",
      description = "Write the questions into this new file, to be filled in.")
  private @Nullable Path form;

  @Option(
      names = "--answers",
      paramLabel = "FILE",
      description = "Add the answers of a filled-in form to the task's file; calls nothing.")
  private @Nullable Path answers;

  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  AskCommand(Terminal terminal, Keys keys) {
    this.terminal = terminal;
    this.keys = keys;
  }

  @Override
  public Integer call() throws TaskException {
    Task task = Tasks.load(taskName);
    return (answers == null ? ask(task) : add(answers)).code();
  }

  private ExitCode add(Path filled) throws TaskException {
    Path file = Path.of(taskName);
    if (!Files.isRegularFile(file)) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "task '" + taskName + "' is built in; answers go into a task's own YAML file only.");
    }
    List<Clarification> all = ClarificationFile.filledIn(filled);
    if (all.isEmpty()) {
      throw new CommandFailure(
          ExitCode.USAGE, filled + ": holds no answer yet; fill in at least one.");
    }
    ClarificationFile.add(file, all);
    terminal.print(file + ": " + all.size() + " answer(s) added under 'clarifications'");
    return ExitCode.DONE;
  }

  private ExitCode ask(Task task) {
    if (designer.name().equals(DesignerOptions.OFFLINE)) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "the offline designer has no questions; name a model with --designer and --model.");
    }
    DesignPrompts prompts = new DesignPrompts(Designers.prompts(designer.prompts));
    ModelSettings settings = designer.model.settings(designer.name());
    LanguageModel model =
        Models.open(
            settings,
            keys.find(settings, designer.model.keyFile),
            RetryPolicy.standard(),
            AttemptBudget.unlimited(),
            Designers.seams());
    try {
      List<Question> questions =
          Inquiry.ask(
              model,
              prompts,
              Designers.taskText(task, TrainingSettings.of(task)),
              settings.maxOutputTokens());
      print(questions);
      if (form != null) {
        write(form, questions);
      }
      return ExitCode.DONE;
    } catch (DesignerException e) {
      throw new CommandFailure(
          e.kind() == DesignerException.Kind.SETTING ? ExitCode.USAGE : ExitCode.INFRASTRUCTURE,
          Failures.text(e));
    }
  }

  private void print(List<Question> questions) {
    int number = 0;
    for (Question question : questions) {
      number++;
      terminal.print(
          json
              ? Json.line(
                  Json.event("question")
                      .put("number", number)
                      .put("question", question.text())
                      .put("why", question.why()))
              : number
                  + ". "
                  + question.text()
                  + (question.why().isEmpty() ? "" : "\n   " + question.why()));
    }
    if (questions.isEmpty() && !json) {
      terminal.print("no questions");
    }
  }

  private void write(Path file, List<Question> questions) {
    if (Files.exists(file)) {
      throw new CommandFailure(
          ExitCode.USAGE, file + ": is there already; name a new file with --form.");
    }
    Map<String, String> reasons = new LinkedHashMap<>();
    questions.forEach(q -> reasons.put(q.text(), q.why()));
    try {
      Files.writeString(file, ClarificationFile.form(reasons));
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.INFRASTRUCTURE, file + ": cannot be written (" + e + "); check --form.");
    }
    terminal.say("fill in " + file + ", then: guerdon ask " + taskName + " --answers " + file);
  }
}
