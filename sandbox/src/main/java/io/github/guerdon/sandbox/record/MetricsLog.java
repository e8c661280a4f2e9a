package io.github.guerdon.sandbox.record;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.guerdon.sandbox.ppo.LearnerUpdate;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The learner's metrics as JSON lines: a first line with format and version, then one an update.
 */
public final class MetricsLog implements AutoCloseable {

  /** The version that is written. */
  public static final int VERSION = 1;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final BufferedWriter writer;

  /** Opens a new file; an older one goes. */
  public MetricsLog(Path file) throws IOException {
    writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    line(JSON.createObjectNode().put("format", "guerdon-metrics").put("version", VERSION));
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
