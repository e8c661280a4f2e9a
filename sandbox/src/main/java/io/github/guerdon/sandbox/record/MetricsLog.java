package io.github.guerdon.sandbox.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.guerdon.sandbox.ppo.LearnerUpdate;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The learner's metrics as JSON lines: a first line with format and version, then one an update.
 */
public final class MetricsLog implements AutoCloseable {

  /** The version that is written. */
  public static final int VERSION = 1;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final BufferedWriter writer;

  private MetricsLog(BufferedWriter writer) {
    this.writer = writer;
  }

  /** Opens a new file; an older one goes. */
  public static MetricsLog begin(Path file) throws IOException {
    MetricsLog log = new MetricsLog(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
    log.line(JSON.createObjectNode().put("format", "guerdon-metrics").put("version", VERSION));
    return log;
  }

  /** Goes on with a file of a training that was cut off; updates after this step go. */
  public static MetricsLog goOn(Path file, long step) throws IOException {
    if (!Files.exists(file)) {
      return begin(file);
    }
    List<String> kept = upTo(step, Files.readAllLines(file));
    if (kept.isEmpty()) {
      return begin(file);
    }
    AtomicFile.write(file, (String.join("\n", kept) + "\n").getBytes(StandardCharsets.UTF_8));
    return new MetricsLog(
        Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.APPEND));
  }

  /** Returns the lines before those of later steps, the first one included. */
  private static List<String> upTo(long step, List<String> lines) {
    List<String> kept = new ArrayList<>();
    for (String line : lines) {
      try {
        boolean first = kept.isEmpty();
        if (!first && JSON.readTree(line).path("step").asLong(Long.MAX_VALUE) > step) {
          break;
        }
      } catch (JsonProcessingException e) {
        break; // the line that was being written
      }
      kept.add(line);
    }
    return kept;
  }

  /**
   * Writes an update, which came so many seconds after the training's begin.
   *
   * @throws UncheckedIOException if the file cannot be written
   */
  public void write(LearnerUpdate update, double seconds) {
    try {
      line(node(update, seconds));
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ObjectNode node(LearnerUpdate update, double seconds) {
    ObjectNode node = JSON.createObjectNode().put("step", update.step());
    for (LearnerMetric metric : LearnerMetric.values()) {
      metric
          .find(update, seconds)
          .ifPresent(value -> node.set(metric.key(), JSON.valueToTree(value)));
    }
    return node;
  }

  private void line(ObjectNode node) throws IOException {
    writer.write(node.toString());
    writer.newLine();
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
