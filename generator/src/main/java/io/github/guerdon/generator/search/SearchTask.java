package io.github.guerdon.generator.search;

import io.github.guerdon.env.Task;
import io.github.guerdon.env.TaskDescription;
import io.github.guerdon.generator.design.TaskBrief;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a search knows of its task.
 *
 * @param description what the task's file says, for analysis and reports
 * @param brief the part of it that a designer may see
 * @param identity the hash over all that changes a result
 * @param baselines sources of human rewards by name, which no designer sees
 */
public record SearchTask(
    TaskDescription description, TaskBrief brief, String identity, Map<String, String> baselines) {

  /** Checks for null and copies the map. */
  public SearchTask {
    Objects.requireNonNull(description);
    Objects.requireNonNull(brief);
    Objects.requireNonNull(identity);
    baselines = Collections.unmodifiableMap(new LinkedHashMap<>(baselines));
  }

  /** Returns what a search knows of a loaded task. */
  public static SearchTask of(Task task) {
    Map<String, String> baselines = new LinkedHashMap<>();
    for (String name : task.description().baselines().keySet()) {
      task.baseline(name).ifPresent(source -> baselines.put(name, source));
    }
    return new SearchTask(
        task.description(),
        TaskBrief.of(task.description(), task.vocabulary()),
        task.identity(),
        baselines);
  }
}
