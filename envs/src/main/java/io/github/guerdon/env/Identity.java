package io.github.guerdon.env;

import io.github.guerdon.env.file.Expression;
import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.env.model.Digest;
import io.github.guerdon.mujoco.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Sums up all of a task that changes a result; its name, its prose, units, baselines and what the
 * robustness card varies do not: no training and no fitness ever sees a varied model.
 */
final class Identity {

  private static final String FORMAT = "task 1";

  private Identity() {}

  /** Returns the SHA-256 of a task with these model files, and the wheel that they came from. */
  static String of(TaskDescription task, List<Path> modelFiles, String origin)
      throws TaskException {
    Digest digest = new Digest().add(FORMAT).add(Model.version());
    Control control = task.control();
    digest.add("Control[frameSkip=" + control.frameSkip() + ", derived=" + control.derived() + "]");
    if (!control.action().equals(ActionMode.DIRECT)) {
      digest.add("action").add(control.action().identity());
    }
    control.mocap().ifPresent(m -> digest.add("mocap").add(m.identity()));
    digest.add(Integer.toString(task.episode().steps()));
    task.episode()
        .start()
        .rules()
        .forEach(r -> digest.add(r.field() + " " + r.joint() + " " + r.draw().identity()));
    Start start = task.episode().start();
    start.until().ifPresent(u -> digest.add("until").add(u.text()));
    start.key().ifPresent(k -> digest.add("key").add(k.name()));
    digest.add("healthy").add(task.episode().healthy().map(Expression::text).orElse(""));
    digest.add("observe");
    task.observe().forEach(o -> digest.add(o.text()));
    if (!task.parameters().isEmpty()) {
      digest.add("parameters");
      task.parameters().forEach(p -> digest.add(p.identity()));
    }
    digest.add("metrics");
    task.metrics().forEach(m -> digest.add(m.name()).add(m.each().text()).add(m.over().name()));
    digest.add("fitness").add(task.fitness().toString()).add(task.success().toString());
    digest.add(task.training().toString());
    if (!origin.isEmpty()) {
      digest.add("origin").add(origin);
    }
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
