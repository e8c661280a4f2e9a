package io.github.guerdon.env;

import io.github.guerdon.env.file.Expression.Where;
import io.github.guerdon.env.file.Problems;
import io.github.guerdon.env.file.TaskException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the human rewards that a task names; they lie beside its file. */
final class Baselines {

  private Baselines() {}

  /** Returns their sources by name. */
  static Map<String, String> read(TaskParser.Parsed parsed, Path taskFile) throws TaskException {
    Problems problems = new Problems(taskFile.toString());
    Map<String, String> sources = new LinkedHashMap<>();
    parsed
        .description()
        .baselines()
        .forEach(
            (name, file) -> {
              Where where =
                  parsed.places().getOrDefault("baselines." + name, new Where("baselines", 1, 1));
              Path folder = taskFile.toAbsolutePath().normalize().resolveSibling("");
              Path path = folder.resolve(file).normalize();
              if (!path.startsWith(folder)) {
                problems.add(
                    where, "baseline '" + file + "' leaves the task's folder; copy it into it");
              } else if (!Files.isRegularFile(path)) {
                problems.add(
                    where,
                    "baseline file '"
                        + file
                        + "' is not in "
                        + folder
                        + "; add it, or remove the baseline");
              } else {
                try {
                  sources.put(name, Files.readString(path, StandardCharsets.UTF_8));
                } catch (IOException e) {
                  problems.add(
                      where,
                      "baseline file '"
                          + file
                          + "' cannot be read as UTF-8 text ("
                          + e
                          + "); check its permissions");
                }
              }
            });
    problems.throwIfAny();
    return sources;
  }
}
