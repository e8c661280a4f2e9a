package io.github.guerdon.cli;

import io.github.guerdon.critic.ExpressionCritic;
import io.github.guerdon.env.Task;
import io.github.guerdon.env.file.TaskException;
import java.nio.file.Path;
import java.util.Iterator;

/** Loads tasks the way every command does. */
final class Tasks {

  static final String DEFAULT = "cartpole-swingup";
  static final String PARAMETER =
      "A built-in task's name or the path of a task's YAML file; default: ${DEFAULT-VALUE}.";

  private Tasks() {}

  static Task load(String nameOrPath) throws TaskException {
    return Task.load(nameOrPath, new ExpressionCritic(), new WheelDownload());
  }

  /** Returns how a run names its task: a file's path must hold from any directory. */
  static String lasting(String nameOrPath) {
    return Task.builtIn().contains(nameOrPath)
        ? nameOrPath
        : Path.of(nameOrPath).toAbsolutePath().normalize().toString();
  }

  /** Completes task names in the shell. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Task.builtIn().iterator();
    }
  }
}
