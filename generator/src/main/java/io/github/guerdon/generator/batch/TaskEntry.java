package io.github.guerdon.generator.batch;

import java.util.Objects;

/**
 * A task of a batch.
 *
 * @param label its name in reports
 * @param source a built-in task's name, or the path of a task's file
 */
public record TaskEntry(String label, String source) {

  /** Checks for null. */
  public TaskEntry {
    Objects.requireNonNull(label);
    Objects.requireNonNull(source);
  }
}
