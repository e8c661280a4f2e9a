package io.github.guerdon.generator.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.guerdon.generator.batch.ExperimentResult.Identity;
import io.github.guerdon.generator.run.FolderLock;
import io.github.guerdon.generator.run.RunException;
import io.github.guerdon.generator.run.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A batch's folder: what it was begun with, a run for each experiment, the trainings that they
 * share, and the report. One process holds it at a time.
 */
public final class BatchDirectory implements AutoCloseable {

  private static final int FORMAT = 1;
  private static final String RECORD = "batch.json";
  static final String RESULT = "experiment.json";
  static final String TRAININGS = "trainings";
  static final String EXPERIMENTS = "experiments";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path path;
  private final FolderLock lock;

  private BatchDirectory(Path path, FolderLock lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Opens a folder: a new one, or one that the same batch was begun in.
   *
   * @param identities what each experiment is, by its name
   * @throws BatchException if it holds something else
   * @throws RunException if another process holds it
   * @throws IOException if it cannot be written
   */
  public static BatchDirectory open(Path path, Map<String, Identity> identities)
      throws BatchException, RunException, IOException {
    Path file = path.resolve(RECORD);
    Files.createDirectories(path);
    if (!Files.exists(file)) {
      try (Stream<Path> files = Files.list(path)) {
        if (files.findAny().isPresent()) {
          throw new BatchException(
              path + ": is not empty and holds no batch; name another folder with --out");
        }
      }
    }
    FolderLock lock = FolderLock.hold(path, "batch");
    boolean kept = false;
    try {
      if (Files.exists(file)) {
        requireSame(file, identities);
      } else {
        WholeFile.write(file, record(identities).toPrettyString() + "\n");
      }
      kept = true;
      return new BatchDirectory(path, lock);
    } finally {
      if (!kept) {
        lock.close();
      }
    }
  }

  private static ObjectNode record(Map<String, Identity> identities) {
    ObjectNode root = MAPPER.createObjectNode().put("format", FORMAT);
    ObjectNode experiments = root.putObject("experiments");
    identities.forEach(
        (name, identity) ->
            experiments
                .putObject(name)
                .put("task", identity.task())
                .put("settings", identity.settings()));
    return root;
  }

  private static void requireSame(Path file, Map<String, Identity> identities)
      throws BatchException, IOException {
    JsonNode root = MAPPER.readTree(Files.readString(file));
    if (root.path("format").asInt() != FORMAT) {
      throw new BatchException(
          file
              + ": format is "
              + root.path("format").asInt()
              + ", this version reads "
              + FORMAT
              + "; name another folder with --out");
    }
    Map<String, Identity> begun = new LinkedHashMap<>();
    root.path("experiments")
        .properties()
        .forEach(
            e ->
                begun.put(
                    e.getKey(),
                    new Identity(
                        e.getValue().path("task").asText(),
                        e.getValue().path("settings").asText())));
    List<String> changed =
        Stream.concat(identities.keySet().stream(), begun.keySet().stream())
            .distinct()
            .filter(
                name ->
                    !Optional.ofNullable(identities.get(name))
                        .equals(Optional.ofNullable(begun.get(name))))
            .toList();
    if (!changed.isEmpty()) {
      throw new BatchException(
          file.getParent()
              + ": was begun as another batch: "
              + changed.size()
              + " of its experiments differ, such as "
              + changed.get(0)
              + "; name another folder with --out, or remove this one");
    }
  }

  /** Returns the folder. */
  public Path path() {
    return path;
  }

  /** Returns the folder of the trainings that experiments share. */
  public Path trainings() {
    return path.resolve(TRAININGS);
  }

  /** Returns the folder of an experiment's run. */
  public Path run(Experiment experiment) {
    return path.resolve(EXPERIMENTS).resolve(experiment.name());
  }

  /**
   * Finds the result of an experiment that came to its end.
   *
   * @throws BatchException if it is damaged
   */
  Optional<ExperimentResult> find(Experiment experiment) throws BatchException {
    Path file = run(experiment).resolve(RESULT);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(ResultsJson.read(Files.readString(file)));
    } catch (IOException | IllegalArgumentException e) {
      throw new BatchException(
          file + ": is damaged (" + e.getMessage() + "); remove it, and it is made again");
    }
  }

  /** Keeps the result of an experiment that came to its end. */
  void keep(Experiment experiment, ExperimentResult result) {
    Path file = run(experiment).resolve(RESULT);
    try {
      WholeFile.write(file, ResultsJson.result(result).toPrettyString() + "\n");
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  /** Writes the report's files and returns their folder. */
  public Path write(BatchReport report) {
    report.files().forEach((name, text) -> write(name, text));
    return path;
  }

  private void write(String name, String text) {
    try {
      WholeFile.write(path.resolve(name), text);
    } catch (IOException e) {
      throw unwritable(path.resolve(name), e);
    }
  }

  private static UncheckedIOException unwritable(Path file, IOException cause) {
    return new UncheckedIOException(file + " cannot be written; check the disk", cause);
  }

  @Override
  public void close() {
    lock.close();
  }
}
