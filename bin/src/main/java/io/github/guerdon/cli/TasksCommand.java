package io.github.guerdon.cli;

import io.github.guerdon.env.Task;
import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.env.step.FilmSettings;
import io.github.guerdon.env.step.Filmstrip;
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
        String about = Task.describe(name).about().strip();
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
        arity = "0..1",
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
      description = {
        "Load a task and its model, take 1,000 random steps (up to 8,000 until an episode ends), and say what is wrong.",
        "What each observation and metric came to shows whether units and bounds are as meant."
      })
  static final class Check implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
        arity = "0..1",
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
      TaskReport report = new TaskReport(task, trial);
      if (json) {
        terminal.print(Json.line(report.json()));
      } else {
        report.lines().forEach(terminal::print);
      }
      return (trial.problems().isEmpty() ? ExitCode.DONE : ExitCode.REFUSED).code();
    }
  }
}
