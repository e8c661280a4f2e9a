package io.github.guerdon.sandbox.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.guerdon.sandbox.training.CrashCause;
import io.github.guerdon.sandbox.training.CurvePoint;
import io.github.guerdon.sandbox.training.Job;
import io.github.guerdon.sandbox.training.Outcome;
import io.github.guerdon.sandbox.training.Standing;
import io.github.guerdon.sandbox.training.TrainingResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of one training: {@code job.json} says what is trained, {@code result.json} how it
 * ended. The latter is written last and by renaming: where it stands, the training is over. Until
 * then there may be a checkpoint, from which a training that was cut off goes on, and {@code
 * paused.json}, which says how one stood that was to pause.
 *
 * <p>Only outcomes that would come out again are kept: a completed training, a divergence, a crash
 * by the reward's own doing. What a deadline or a signal ended is trained again.
 */
public final class TrainingRecords {

  /** The version that is written, and the only one that is read. */
  public static final int VERSION = 1;

  static final String JOB = "guerdon-job";
  static final String RESULT = "guerdon-result";
  static final String PAUSE = "guerdon-pause";
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Path folder;

  /** Names a training's folder, which need not exist yet. */
  public TrainingRecords(Path folder) {
    this.folder = folder;
  }

  /** Returns the file of the policy. */
  public Path policy() {
    return folder.resolve("policy.safetensors");
  }

  /** Returns the file of the learner's metrics, one line an update. */
  public Path metrics() {
    return folder.resolve("metrics.jsonl");
  }

  /** Returns the file that the training goes on from when it is cut off. */
  public Path checkpoint() {
    return folder.resolve("checkpoint.bin");
  }

  /**
   * Puts this training's files into another folder too, the result last, so that each folder is
   * whole without the other. They share their place on disk where the file system can do that. What
   * a training goes on from stays where it does so. A training that ended before it had a folder
   * has no files.
   */
  public void linkInto(Path other) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    Files.createDirectories(other);
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files =
          all.filter(Files::isRegularFile)
              .filter(file -> !file.equals(checkpoint()) && !file.equals(pauseFile()))
              .sorted(Comparator.comparing(file -> file.equals(resultFile())))
              .toList();
    }
    for (Path file : files) {
      Path link = other.resolve(file.getFileName());
      Files.deleteIfExists(link);
      try {
        Files.createLink(link, file);
      } catch (IOException | UnsupportedOperationException e) {
        Files.copy(file, link);
      }
    }
  }

  private Path jobFile() {
    return folder.resolve("job.json");
  }

  private Path resultFile() {
    return folder.resolve("result.json");
  }

  private Path pauseFile() {
    return folder.resolve("paused.json");
  }

  /** Makes the folder and says in it what is trained; an older result of another job goes. */
  public void begin(Job job) throws IOException {
    Files.createDirectories(folder);
    Files.deleteIfExists(resultFile());
    AtomicFile.write(jobFile(), JSON.writeValueAsBytes(job(job)));
  }

  static ObjectNode job(Job job) {
    ObjectNode node = header(JOB, TrainingIdentity.of(job));
    node.put("learner_version", TrainingIdentity.LEARNER_VERSION);
    node.put("task", job.task().description().name());
    node.put("task_identity", job.task().identity());
    node.put("program_identity", TrainingIdentity.of(job.program()));
    job.program().terms().forEach(node.putArray("terms")::add);
    node.put("seed", job.seed());
    node.set("settings", JSON.valueToTree(job.settings()));
    return node;
  }

  private static ObjectNode header(String format, String identity) {
    return JSON.createObjectNode()
        .put("format", format)
        .put("version", VERSION)
        .put("identity", identity);
  }

  /** Writes how the training ended, if it would end so again, or where it paused. */
  public void end(String identity, Outcome outcome) throws IOException {
    Optional<ObjectNode> node = result(identity, outcome);
    if (node.isPresent()) {
      AtomicFile.write(resultFile(), JSON.writeValueAsBytes(node.get()));
      Files.deleteIfExists(checkpoint());
      Files.deleteIfExists(pauseFile());
    } else if (outcome instanceof Outcome.Paused paused) {
      ObjectNode pause = header(PAUSE, identity).put("step", paused.step());
      pause.set("standings", JSON.valueToTree(paused.standings()));
      pause.set("curve", JSON.valueToTree(paused.curve()));
      AtomicFile.write(pauseFile(), JSON.writeValueAsBytes(pause));
    }
  }

  static Optional<ObjectNode> result(String identity, Outcome outcome) {
    ObjectNode node = header(RESULT, identity);
    return outcome.match(
        completed -> {
          node.put("outcome", "completed").set("result", JSON.valueToTree(completed.result()));
          return Optional.of(node);
        },
        diverged ->
            Optional.of(
                node.put("outcome", "diverged")
                    .put("term", diverged.term())
                    .put("step", diverged.step())
                    .put("value", diverged.value())),
        timedOut -> Optional.empty(),
        crashed ->
            crashed.cause().isReproducible()
                ? Optional.of(
                    node.put("outcome", "crashed")
                        .put("cause", crashed.cause().name())
                        .put("where", crashed.where())
                        .put("step", crashed.step()))
                : Optional.empty(),
        paused -> Optional.empty());
  }

  /**
   * Finds the outcome of a job that this folder holds already: how it ended, or where it paused if
   * it was to go no further.
   *
   * @return nothing if there is none, or only that of another job
   * @throws RecordException if a file is of an unknown version, or broken
   */
  public Optional<Outcome> find(Job job) throws IOException {
    Optional<Outcome> ended = find(job, resultFile(), RESULT, TrainingRecords::outcome);
    return ended.isPresent() || job.until() >= job.settings().steps()
        ? ended
        : find(job, pauseFile(), PAUSE, TrainingRecords::pause).flatMap(p -> p.at(job.until()));
  }

  private static <T> Optional<T> find(Job job, Path file, String format, Reading<T> reading)
      throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    JsonNode node = read(file, format);
    if (!node.path("identity").asText().equals(TrainingIdentity.of(job))) {
      return Optional.empty();
    }
    try {
      return Optional.of(reading.read(job.id(), node));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new RecordException(
          file + " is broken, remove its folder to train again: " + e.getMessage(), e);
    }
  }

  private interface Reading<T> {
    T read(String job, JsonNode node) throws JsonProcessingException;
  }

  private static Outcome.Paused pause(String job, JsonNode node) throws JsonProcessingException {
    return new Outcome.Paused(
        job,
        node.path("step").asLong(),
        List.of(JSON.treeToValue(node.get("standings"), Standing[].class)),
        List.of(JSON.treeToValue(node.get("curve"), CurvePoint[].class)));
  }

  static Outcome outcome(String job, JsonNode node) throws JsonProcessingException {
    String outcome = node.path("outcome").asText();
    return switch (outcome) {
      case "completed" ->
          new Outcome.Completed(job, JSON.treeToValue(node.get("result"), TrainingResult.class));
      case "diverged" ->
          new Outcome.Diverged(
              job,
              node.path("term").asText(),
              node.path("step").asLong(),
              node.path("value").asDouble());
      case "crashed" ->
          new Outcome.Crashed(
              job,
              CrashCause.valueOf(node.path("cause").asText()),
              node.path("where").asText(),
              node.path("step").asLong());
      default -> throw new IllegalArgumentException("unknown outcome '" + outcome + "'");
    };
  }

  private static JsonNode read(Path file, String format) throws IOException {
    JsonNode node;
    try {
      node = JSON.readTree(Files.readString(file, StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new RecordException(file + " is no JSON: " + e.getOriginalMessage(), e);
    }
    return checked(file.toString(), format, node);
  }

  static JsonNode checked(String file, String format, JsonNode node) throws RecordException {
    if (!node.path("format").asText().equals(format)) {
      throw new RecordException(
          "%s: format is '%s', must be '%s'".formatted(file, node.path("format").asText(), format));
    }
    if (node.path("version").asInt() != VERSION) {
      throw new RecordException(
          "%s is of version %s; this program reads version %d: use the one that wrote it"
              .formatted(file, node.path("version").asText(), VERSION));
    }
    return node;
  }
}
