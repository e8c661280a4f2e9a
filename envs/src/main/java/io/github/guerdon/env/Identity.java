package io.github.guerdon.env;

import io.github.guerdon.mujoco.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Sums up all of a task that changes a result; its name, its prose, units and baselines do not. */
final class Identity {

  private static final String FORMAT = "task 1";

  private Identity() {}

  /** Returns the SHA-256 of a task with these model files. */
  static String of(TaskDescription task, List<Path> modelFiles) throws TaskException {
    Digest digest = new Digest().add(FORMAT).add(Model.version());
    digest.add(task.control().toString());
    digest.add(Integer.toString(task.episode().steps()));
    task.episode()
        .start()
        .rules()
        .forEach(r -> digest.add(r.field() + " " + r.joint() + " " + r.draw()));
    digest.add("healthy").add(task.episode().healthy().map(Expression::text).orElse(""));
    digest.add("observe");
    task.observe().forEach(o -> digest.add(o.text()));
    digest.add("metrics");
    task.metrics().forEach(m -> digest.add(m.name()).add(m.each().text()).add(m.over().name()));
    digest.add("fitness").add(task.fitness().toString()).add(task.success().toString());
    digest.add(task.training().toString());
    for (Path file : modelFiles) {
      try {
        digest.add(Files.readAllBytes(file));
      } catch (IOException e) {
        throw new TaskException(
            file + ": cannot read the model's file (" + e + "); check its permissions");
      }
    }
    return digest.hex();
  }
}
