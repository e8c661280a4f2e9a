package io.github.guerdon.sandbox.ppo;

import io.github.guerdon.env.Task;
import io.github.guerdon.env.step.Filmstrip;

/** Plays a trained policy: one episode without noise, to be looked at. */
public final class PolicyRollout {

  private PolicyRollout() {}

  /**
   * Runs a policy for one episode.
   *
   * @param steps the most steps to take; the episode's end ends it earlier
   * @param seed what the start is drawn from
   * @throws IllegalArgumentException if the policy is of a task of another shape
   */
  public static Filmstrip record(Task task, Policy policy, int steps, long seed) {
    require("observation", policy.spec().observationSize(), task.observationSize());
    require("action", policy.spec().actionSize(), task.actionSize());
    try (Policy.Actor actor = policy.open(1)) {
      return Filmstrip.record(
          task, (observation, action) -> actor.act(observation, 1, action), steps, seed);
    }
  }

  private static void require(String what, int policy, int task) {
    if (policy != task) {
      throw new IllegalArgumentException(
          "the policy's %s has %d numbers, the task's has %d; play it on the task that it was trained on"
              .formatted(what, policy, task));
    }
  }
}
