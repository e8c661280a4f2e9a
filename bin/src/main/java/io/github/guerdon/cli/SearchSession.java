package io.github.guerdon.cli;

import io.github.guerdon.critic.RewardSource;
import io.github.guerdon.critic.reviewer.ReviewerProcess;
import io.github.guerdon.env.Task;
import io.github.guerdon.generator.report.SearchResult;
import io.github.guerdon.generator.run.RunDirectory;
import io.github.guerdon.generator.search.Cancellation;
import io.github.guerdon.generator.search.Laboratory;
import io.github.guerdon.generator.search.SandboxRoom;
import io.github.guerdon.generator.search.Search;
import io.github.guerdon.generator.search.SearchListener;
import io.github.guerdon.generator.search.SearchTask;
import io.github.guerdon.sandbox.Sandbox;

/** Runs a search from its run directory and tells how it goes. */
final class SearchSession {

  private final Terminal terminal;
  private final Designers designers;
  private final boolean json;
  private final int trainers;

  SearchSession(Terminal terminal, Designers designers, boolean json, int trainers) {
    this.terminal = terminal;
    this.designers = designers;
    this.json = json;
    this.trainers = trainers;
  }

  /**
   * Runs the search, or the rest of it.
   *
   * @param told where a language model is asked, and its key
   */
  ExitCode run(Task task, Sandbox sandbox, RunDirectory run, ModelOptions told) {
    SearchListener listener =
        json ? new SearchLines(terminal, task, run) : new SearchRows(terminal, task, run, trainers);
    try (ReviewerProcess reviewer = ReviewerProcess.start();
        Interruption interruption = Interruption.listen(run.record().caps().seconds())) {
      Cancellation cancellation = interruption.cancellation();
      return exit(
          Search.run(
              new Laboratory(
                  SearchTask.of(task),
                  designers.open(run, task, told),
                  text -> reviewer.review(RewardSource.of(text), task.vocabulary()),
                  new SandboxRoom(sandbox, task, cancellation),
                  run,
                  listener,
                  cancellation,
                  System::nanoTime)));
    }
  }

  static ExitCode exit(SearchResult result) {
    return switch (result.reason()) {
      case COMPLETED -> ExitCode.DONE;
      case NO_VALID_CANDIDATE -> ExitCode.REFUSED;
      case TRAININGS_CAP, STEPS_CAP, DESIGN_CAP, TIME_CAP -> ExitCode.CAPPED;
      case DESIGNER_SETTING -> ExitCode.USAGE;
      case DESIGNER_UNREACHABLE -> ExitCode.INFRASTRUCTURE;
      case CANCELLED -> ExitCode.INTERRUPTED;
    };
  }
}
