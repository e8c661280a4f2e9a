package io.github.guerdon.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tasks of a cart on a rail, so small that a search of them takes seconds. */
final class SmallTasks {

  private static final String CART =
      """
      <mujoco>
        <worldbody>
          <body name="cart">
            <joint name="slide" type="slide" axis="1 0 0" damping="1"/>
            <geom size="0.1"/>
          </body>
        </worldbody>
        <actuator><motor joint="slide" ctrlrange="-1 1"/></actuator>
      </mujoco>
      """;

  private static final String OFFICIAL =
      """
      import io.github.guerdon.reward.*;

      public final class Reward implements RewardFunction {
        @Override
        public void reward(State before, Action action, State after, Terms terms) {
          terms.add("goal", %s);
        }
      }
      """;

  private SmallTasks() {}

  /** Searches such a task for so many generations of two candidates, and returns how it ended. */
  static Shell.Result search(Path task, int generations, Path run) {
    return Shell.run(
        "search",
        task.toString(),
        "--generations",
        Integer.toString(generations),
        "--candidates",
        "2",
        "--training-steps",
        "1024",
        "--json",
        "--out",
        run.toString());
  }

  /** Writes a task whose fitness, and whose official reward, is the mean of an expression. */
  static Path write(Path folder, String name, String goal) throws IOException {
    Files.writeString(folder.resolve("cart.xml"), CART);
    Files.writeString(folder.resolve(name + ".java"), OFFICIAL.formatted(goal));
    return Files.writeString(
        folder.resolve(name + ".yaml"),
        """
        name: %s
        about: Move the cart.
        model: cart.xml
        control: { frame_skip: 5 }
        episode: { steps: 50, start: { qpos: "uniform(-0.5, 0.5)" } }
        observe: [ qpos, qvel ]
        metrics:
          goal: { each: '%s', over: mean, unit: m }
        fitness: { maximize: goal }
        training: { steps: 4000, learner: { evaluation_episodes: 8 } }
        baselines: { official: %s.java }
        """
            .formatted(name, goal, name));
  }
}
