package io.github.guerdon.generator.batch;

import io.github.guerdon.env.file.TaskException;
import java.util.Collection;

/** Knows which baselines a task has. */
@FunctionalInterface
public interface BaselineNames {

  /**
   * Returns the names of a task's baselines.
   *
   * @throws TaskException if there is no such task, or with all that is wrong with its file
   */
  Collection<String> of(TaskEntry task) throws TaskException;
}
