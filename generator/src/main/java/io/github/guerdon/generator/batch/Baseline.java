package io.github.guerdon.generator.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.guerdon.generator.batch.ExperimentResult.Identity;
import io.github.guerdon.generator.report.Fresh;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Results of an earlier batch to compare with; the file is one that {@link ResultsJson} wrote.
 *
 * @param entries by the experiment's name
 */
public record Baseline(Map<String, Entry> entries) {

  /** Copies the map. */
  public Baseline {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /** One earlier result. */
  record Entry(Identity identity, Optional<Fresh> fresh) {

    Entry {
      Objects.requireNonNull(identity);
      Objects.requireNonNull(fresh);
    }
  }

  /**
   * Reads a file.
   *
   * @throws BatchException if there is none, or it is of another format
   */
  public static Baseline read(Path file) throws BatchException {
    if (!Files.isRegularFile(file)) {
      throw new BatchException(
          file + ": no such baseline; write one with --write-baseline " + file);
    }
    try {
      JsonNode root = new ObjectMapper().readTree(Files.readString(file));
      int format = root.path("format").asInt();
      if (format != ResultsJson.FORMAT) {
        throw new BatchException(
            file
                + ": format is "
                + format
                + ", this version reads "
                + ResultsJson.FORMAT
                + "; write a new one with --write-baseline");
      }
      Map<String, Entry> entries = new LinkedHashMap<>();
      for (JsonNode node : root.path("experiments")) {
        if (node.hasNonNull("result")) {
          ExperimentResult result = ResultsJson.read(node.path("result"));
          entries.put(node.path("name").asText(), new Entry(result.identity(), result.fresh()));
        }
      }
      return new Baseline(entries);
    } catch (IOException | IllegalArgumentException e) {
      throw new BatchException(
          file
              + ": is no baseline ("
              + e.getMessage()
              + "); write a new one with --write-baseline");
    }
  }
}
