package io.github.guerdon.generator.run;

import io.github.guerdon.generator.run.RunException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a finished run can do without: policies, curves and checkpoints of candidates that did not
 * win. Its journal, its rewards, all results, and the winner's and the baselines' policies stay.
 */
public final class RunLeftovers {

  private static final List<String> NAMES =
      List.of("policy.safetensors", "metrics.jsonl", "checkpoint.bin", "paused.json");
  private static final String TENSORBOARD = "events.out.tfevents.";
  private static final String CANDIDATE = "g\\d+c\\d+|t\\d+|tuning";

  private RunLeftovers() {}

  /**
   * Finds the files; none if the run has not ended.
   *
   * @throws RunException if there is no run, it is damaged, or it cannot be read
   */
  public static List<Path> find(Path run) throws RunException {
    RunDirectory.read(run);
    Memory memory = RunDirectory.recall(run);
    if (!memory.finished()) {
      return List.of();
    }
    List<Path> found = new ArrayList<>();
    for (String training : memory.seeds().keySet()) {
      Optional<String> label = memory.label(training).filter(l -> l.matches(CANDIDATE));
      if (label.isPresent() && !label.equals(memory.winner())) {
        found.addAll(files(RunDirectory.training(run, training)));
      }
    }
    for (String stopped : memory.paused()) {
      found.addAll(files(RunDirectory.training(run, stopped)));
    }
    return found;
  }

  private static List<Path> files(Path training) throws RunException {
    if (!Files.isDirectory(training)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(training)) {
      return files.filter(RunLeftovers::spare).sorted().toList();
    } catch (IOException e) {
      throw new RunException(
          Kind.UNREADABLE, training + ": cannot be read (" + e + "); check its permissions");
    }
  }

  private static boolean spare(Path file) {
    String name = file.getFileName().toString();
    return NAMES.contains(name) || name.startsWith(TENSORBOARD);
  }

  /**
   * Deletes the files that {@link #find} finds.
   *
   * @throws RunException if another process works on the run
   * @throws IOException if a file cannot be deleted
   */
  public static void delete(Path run) throws RunException, IOException {
    FolderLock held = FolderLock.hold(run, "run");
    try {
      for (Path file : find(run)) {
        Files.deleteIfExists(file);
      }
    } finally {
      held.close();
    }
  }
}
