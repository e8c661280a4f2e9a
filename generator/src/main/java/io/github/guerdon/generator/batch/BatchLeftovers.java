package io.github.guerdon.generator.batch;

import io.github.guerdon.generator.run.FolderLock;
import io.github.guerdon.generator.run.RunException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a finished batch can do without: the trainings that its experiments shared, of which each
 * run has its own.
 */
public final class BatchLeftovers {

  private BatchLeftovers() {}

  /**
   * Finds the files; none if an experiment has not ended.
   *
   * @throws IOException if the folder cannot be read
   */
  public static List<Path> find(Path batch) throws IOException {
    Path trainings = batch.resolve(BatchDirectory.TRAININGS);
    if (!Files.isDirectory(trainings) || !ended(batch)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(trainings)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static boolean ended(Path batch) throws IOException {
    try (Stream<Path> runs = Files.list(batch.resolve(BatchDirectory.EXPERIMENTS))) {
      return runs.allMatch(run -> Files.exists(run.resolve(BatchDirectory.RESULT)));
    }
  }

  /**
   * Deletes the files that {@link #find} finds.
   *
   * @throws RunException if another process works on the batch
   * @throws IOException if a file cannot be deleted
   */
  public static void delete(Path batch) throws RunException, IOException {
    FolderLock held = FolderLock.hold(batch, "batch");
    try {
      for (Path file : find(batch)) {
        Files.deleteIfExists(file);
      }
    } finally {
      held.close();
    }
  }
}
