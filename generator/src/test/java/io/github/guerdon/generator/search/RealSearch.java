package io.github.guerdon.generator.search;

import io.github.guerdon.critic.Critic;
import io.github.guerdon.critic.ExpressionCritic;
import io.github.guerdon.critic.RewardSource;
import io.github.guerdon.env.Task;
import io.github.guerdon.generator.design.OfflineDesigner;
import io.github.guerdon.sandbox.Sandbox;
import io.github.guerdon.sandbox.training.SandboxSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/**
 * A real search from an IDE: {@code RealSearch TASK SEED TRAINERS FOLDER [STEPS]}; with steps a
 * short one. Goes on with a run that is there.
 */
public final class RealSearch {

  private RealSearch() {}

  /** Searches and prints what happens. */
  public static void main(String[] args) throws Exception {
    Task task = Task.load(args[0], new ExpressionCritic());
    SearchSettings settings = settings(task, args);
    Path folder = Path.of(args[3]);
    Critic critic = new Critic();
    Cancellation cancellation = new Cancellation();
    long began = System.nanoTime();
    SandboxSettings processes = SandboxSettings.defaults().withTrainers(Integer.parseInt(args[2]));
    RunRecord record =
        RunRecord.of(args[0], task, "offline", settings, Caps.none(), Map.of(), 0, Instant.now());
    try (Sandbox sandbox = Sandbox.open(processes);
        RunDirectory run =
            Files.exists(folder)
                ? RunDirectory.resume(folder)
                : RunDirectory.create(folder, record)) {
      SearchResult result =
          Search.run(
              new Laboratory(
                  SearchTask.of(task),
                  new OfflineDesigner(),
                  text -> critic.review(RewardSource.of(text), task.vocabulary()),
                  new SandboxRoom(sandbox, task, cancellation),
                  run,
                  event -> print(event, began),
                  cancellation,
                  System::nanoTime));
      System.out.println(Files.readString(folder.resolve("summary.md")));
      System.out.println(result.reason());
    }
  }

  private static SearchSettings settings(Task task, String[] args) {
    SearchSettings given = SearchSettings.of(task).withSeed(Long.parseLong(args[1]));
    return args.length < 5
        ? given
        : new SearchSettings(
            "short",
            given.seed(),
            2,
            3,
            1,
            2,
            1,
            3,
            given.training().withSteps(Long.parseLong(args[4])));
  }

  private static void print(SearchEvent event, long began) {
    if (!(event instanceof SearchEvent.TrainingProgress)
        && !(event instanceof SearchEvent.Finished)) {
      System.out.printf("%6.1f %s%n", (System.nanoTime() - began) * 1e-9, event);
    }
  }
}
