package io.github.guerdon.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.guerdon.env.FilmSettings;
import io.github.guerdon.env.Filmstrip;
import io.github.guerdon.env.Task;
import io.github.guerdon.env.TaskException;
import io.github.guerdon.mujoco.MissingLibraryException;
import io.github.guerdon.prompt.TaskPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists, shows, checks and writes tasks. */
@Command(
    name = "tasks",
    description = "List, show, check and write tasks.",
    subcommands = {
      TasksCommand.ListTasks.class,
      TasksCommand.Show.class,
      TasksCommand.Check.class,
      TasksNewCommand.class,
      TasksFetchCommand.class
    })
final class TasksCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Missing command: list, show, check, new or fetch; try 'guerdon tasks list'.");
  }

  /** Lists the built-in tasks. */
  @Command(
      name = "list",
      description = "List the built-in tasks; a task of your own is any YAML file.")
  static final class ListTasks implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    ListTasks(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() throws TaskException {
      int width = Task.builtIn().stream().mapToInt(String::length).max().orElse(0);
      for (String name : Task.builtIn()) {
        String about = Tasks.load(name).description().about().strip();
        terminal.print(
            json
                ? Json.line(Json.object().put("task", name).put("about", about))
                : Text.left(name, width) + "  " + about);
      }
      return ExitCode.DONE.code();
    }
  }

  /** Shows one task's page. */
  @Command(
      name = "show",
      description = "Show what a task asks, measures and lets a reward read, with units.")
  static final class Show implements Callable<Integer> {

    private static final int FILM_STEPS = 60;
    private static final int FRAMES = 6;
    private static final int COLUMNS = 3;

    private final Terminal terminal;

    @Parameters(
        defaultValue = Tasks.DEFAULT,
        paramLabel = "TASK",
        description = Tasks.PARAMETER,
        completionCandidates = Tasks.Names.class)
    private String task = Tasks.DEFAULT;

    @Option(
        names = "--png",
        paramLabel = "FILE",
        description = "Also draw a strip of frames of random actions into this file.")
    private @Nullable Path png;

    Show(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() throws TaskException {
      Task loaded = Tasks.load(task);
      terminal.print(TaskPage.of(loaded).stripTrailing());
      if (png != null) {
        draw(loaded, png);
      }
      return ExitCode.DONE.code();
    }

    private static void draw(Task task, Path file) {
      try {
        Filmstrip.record(task, Filmstrip.Actions.random(0), FILM_STEPS, 0)
            .png(file, FRAMES, COLUMNS, FilmSettings.standard());
      } catch (MissingLibraryException e) {
        throw new CommandFailure(ExitCode.INFRASTRUCTURE, Failures.text(e));
      } catch (IOException e) {
        throw new CommandFailure(
            ExitCode.INFRASTRUCTURE, file + ": cannot be written (" + e + "); check --png.");
      }
    }
  }

  /** Loads a task and steps it. */
  @Command(
      name = "check",
      description = "Load a task and its model, take 1,000 random steps, and say what is wrong.")
  static final class Check implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
        defaultValue = Tasks.DEFAULT,
        paramLabel = "TASK",
        description = Tasks.PARAMETER,
        completionCandidates = Tasks.Names.class)
    private String name = Tasks.DEFAULT;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    Check(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() throws TaskException {
      Task task = Tasks.load(name);
      TaskTrial trial = TaskTrial.run(task, System::nanoTime);
      if (json) {
        ObjectNode node =
            Json.object()
                .put("task", task.description().name())
                .put("ok", trial.problems().isEmpty())
                .put("observation_size", task.observationSize())
                .put("action_size", task.actionSize())
                .put("steps_per_s", Math.round(trial.stepsPerSecond()))
                .put("blown_up", trial.blownUp());
        task.origin().ifPresent(origin -> node.put("model_origin", origin));
        ArrayNode problems = node.putArray("problems");
        trial.problems().forEach(problems::add);
        terminal.print(Json.line(node));
      } else {
        terminal.print(task.description().name() + ": " + task.model());
        task.origin().ifPresent(origin -> terminal.print("  from " + origin));
        terminal.print(
            "  observation "
                + task.observationSize()
                + " numbers, within "
                + Text.number(trial.lowest())
                + " … "
                + Text.number(trial.highest()));
        terminal.print("  action " + task.actionSize() + " numbers");
        terminal.print(
            "  "
                + trial.steps()
                + " random steps, "
                + trial.episodes()
                + " episodes ended, "
                + Math.round(trial.stepsPerSecond())
                + " steps/s");
        trial.problems().forEach(p -> terminal.print("  problem: " + p));
        terminal.print(trial.problems().isEmpty() ? "ok" : "not ok");
      }
      return (trial.problems().isEmpty() ? ExitCode.DONE : ExitCode.REFUSED).code();
    }
  }
}
