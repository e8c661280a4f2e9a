package io.github.guerdon.generator.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.guerdon.generator.run.RunException.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A run's folder: its record, its journal, its candidates and its trainings. One process holds it
 * at a time.
 */
public final class RunDirectory implements AutoCloseable {

  /** What tells people how a run ended. */
  public static final String SUMMARY = "summary.md";

  private static final String RECORD = "run.json";
  private static final String JOURNAL = "events.jsonl";
  private static final Set<String> LEFT_OVER = Set.of("lock", RECORD + WholeFile.PART);

  private final Path path;
  private final RunRecord record;
  private final FolderLock lock;
  private final Journal journal;
  private final Memory memory = new Memory();

  private RunDirectory(Path path, RunRecord record, FolderLock lock, Journal.Opened opened) {
    this.path = path;
    this.record = record;
    this.lock = lock;
    this.journal = opened.journal();
    opened.entries().forEach(memory::accept);
  }

  /**
   * Begins a run in a folder that does not exist or is empty; what a run that was killed before it
   * had begun has left is nothing.
   *
   * @throws RunException if there is something, or it cannot be written
   */
  public static RunDirectory create(Path path, RunRecord record) throws RunException {
    try {
      Files.createDirectories(path);
      try (Stream<Path> files = Files.list(path)) {
        if (files.anyMatch(file -> !LEFT_OVER.contains(file.getFileName().toString()))) {
          throw new RunException(
              Kind.EXISTS, path + ": is not empty; resume it or name another folder");
        }
      }
      FolderLock lock = FolderLock.hold(path, "run");
      WholeFile.write(path.resolve(RECORD), Json.pretty(Json.tree(record)));
      return new RunDirectory(path, record, lock, Journal.open(path.resolve(JOURNAL)));
    } catch (IOException e) {
      throw unwritable(path, e);
    }
  }

  /**
   * Opens a run to go on with it.
   *
   * @throws RunException if there is none, another process holds it, or it is damaged
   */
  public static RunDirectory resume(Path path) throws RunException {
    RunRecord record = read(path);
    try {
      FolderLock lock = FolderLock.hold(path, "run");
      // It says how the run ended, and the run goes on.
      Files.deleteIfExists(path.resolve(SUMMARY));
      return new RunDirectory(path, record, lock, Journal.open(path.resolve(JOURNAL)));
    } catch (IOException e) {
      throw unwritable(path, e);
    } catch (IllegalArgumentException e) {
      throw new RunException(
          Kind.UNREADABLE, path.resolve(JOURNAL) + ": " + e.getMessage() + "; start a new run");
    }
  }

  /**
   * Reads a run's record without holding the run.
   *
   * @throws RunException if there is none, or it is of another version
   */
  public static RunRecord read(Path path) throws RunException {
    Path file = path.resolve(RECORD);
    if (!Files.isRegularFile(file)) {
      throw new RunException(
          Kind.NOT_FOUND, path + ": holds no run (no " + RECORD + "); check the path");
    }
    try {
      JsonNode node = Json.mapper().readTree(Files.readString(file));
      int format = node.path("format").asInt();
      if (format != RunRecord.FORMAT) {
        throw new RunException(
            Kind.UNREADABLE,
            file
                + ": format is "
                + format
                + ", this version reads "
                + RunRecord.FORMAT
                + "; use the version that wrote it");
      }
      return Json.read(node, RunRecord.class);
    } catch (IOException | IllegalArgumentException e) {
      throw new RunException(Kind.UNREADABLE, file + ": " + e.getMessage() + "; start a new run");
    }
  }

  /**
   * Reads what a run knows without holding the run.
   *
   * @throws RunException if its journal is damaged or cannot be read
   */
  public static Memory recall(Path path) throws RunException {
    Path file = path.resolve(JOURNAL);
    try {
      Memory memory = new Memory();
      Journal.read(file).forEach(memory::accept);
      return memory;
    } catch (IOException | IllegalArgumentException e) {
      throw new RunException(Kind.UNREADABLE, file + ": " + e.getMessage() + "; start a new run");
    }
  }

  private static RunException unwritable(Path path, IOException cause) {
    return new RunException(
        Kind.UNWRITABLE, path + ": cannot be written (" + cause + "); name a folder that can");
  }

  /** Returns the folder. */
  public Path path() {
    return path;
  }

  /** Returns how the run came about. */
  public RunRecord record() {
    return record;
  }

  /** Returns what the run knows so far. */
  public Memory memory() {
    return memory;
  }

  /** Returns the environment steps of each training so far, by its hash. */
  public Map<String, Long> trainings() {
    return memory.stepsByTraining();
  }

  /** Writes an event to the journal and takes it into memory. */
  public void tell(String event, JsonNode data) {
    memory.accept(journal.append(event, data));
  }

  /** Writes a file of a candidate. */
  public void candidate(String id, String file, String text) {
    writeBelow(path.resolve("candidates").resolve(id), file, text);
  }

  /** Writes a file of the run as a whole. */
  public void file(String file, String text) {
    writeBelow(path, file, text);
  }

  /** Returns the folder of what the designer was asked and answered. */
  public Path calls() {
    return calls(path);
  }

  /** Returns the folder of what the designer of a run was asked and answered. */
  public static Path calls(Path run) {
    return run.resolve("calls");
  }

  /** Returns the folder of the prompt texts that the run uses. */
  public Path prompts() {
    return path.resolve("prompts");
  }

  /** Keeps a copy of texts that the run uses, by file name, in one of its folders. */
  public void keep(Path folder, Map<String, String> texts) {
    texts.forEach((name, text) -> writeBelow(folder, name, text));
  }

  /** Returns the folder of a training. */
  public Path training(String hash) {
    return training(path, hash);
  }

  /** Returns the folder of a training of a run. */
  public static Path training(Path run, String hash) {
    return run.resolve("trainings").resolve(hash);
  }

  private static void writeBelow(Path folder, String name, String text) {
    Path file = folder.resolve(name);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      WholeFile.write(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written; check the disk", e);
    }
  }

  @Override
  public void close() {
    journal.close();
    lock.close();
  }
}
