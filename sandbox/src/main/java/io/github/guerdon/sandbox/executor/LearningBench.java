package io.github.guerdon.sandbox.executor;

import io.github.guerdon.env.Task;
import io.github.guerdon.reward.slot.RewardProgram;
import io.github.guerdon.sandbox.cell.CellFailure;
import io.github.guerdon.sandbox.cell.CellLauncher;
import io.github.guerdon.sandbox.cell.CellSettings;
import io.github.guerdon.sandbox.ppo.Divergence;
import io.github.guerdon.sandbox.ppo.Policy;
import io.github.guerdon.sandbox.ppo.Ppo;
import io.github.guerdon.sandbox.ppo.Randomness;
import io.github.guerdon.sandbox.training.TrainingSettings;

/**
 * What a training under a reward comes to, by that reward's own return and by the clock.
 *
 * @param seed of the training
 * @param steps environment steps taken
 * @param seconds of training, without the evaluation
 * @param meanReturn undiscounted, of the policy without noise in fresh episodes
 */
public record LearningBench(long seed, long steps, double seconds, double meanReturn) {

  private static final double NANOS = 1e9;

  /**
   * Trains in this process, evaluates and keeps nothing.
   *
   * @param threads of the physics and the updates; changes no return
   * @param episodes fresh episodes of the evaluation, whose starts no training has drawn
   * @throws CellFailure if the reward fails
   * @throws IllegalArgumentException if it makes the training diverge
   */
  public static LearningBench measure(
      Task task,
      RewardProgram program,
      TrainingSettings settings,
      long seed,
      int threads,
      int episodes)
      throws CellFailure {
    try (CellLauncher launcher = CellLauncher.open(CellSettings.defaults())) {
      long steps;
      double seconds;
      Policy policy;
      try (CellWorlds worlds =
              open(task, program, settings, settings.worlds(), threads, seed, "worlds", launcher);
          Ppo ppo = new Ppo(worlds, settings, seed, threads)) {
        long begun = System.nanoTime();
        var learned = ppo.learn(update -> {});
        seconds = (System.nanoTime() - begun) / NANOS;
        steps = learned.steps();
        policy = learned.policy();
      }
      try (CellWorlds worlds =
          open(task, program, settings, episodes, threads, seed, "evaluation", launcher)) {
        return new LearningBench(seed, steps, seconds, meanReturn(worlds, policy));
      }
    } catch (Divergence e) {
      throw new IllegalArgumentException("the reward makes the training diverge: " + e, e);
    }
  }

  private static CellWorlds open(
      Task task,
      RewardProgram program,
      TrainingSettings settings,
      int count,
      int threads,
      long seed,
      String purpose,
      CellLauncher launcher)
      throws CellFailure {
    return CellWorlds.open(
        task,
        program,
        settings.discount(),
        count,
        threads,
        Randomness.derive(seed, purpose, 0),
        launcher);
  }

  /** Plays one episode in each world; later ones of a world do not count. */
  private static double meanReturn(CellWorlds worlds, Policy policy) throws CellFailure {
    int count = worlds.count();
    int terms = worlds.terms().size();
    boolean[] over = new boolean[count];
    float[] actions = new float[count * worlds.actionSize()];
    double sum = 0;
    try (Policy.Actor actor = policy.open(count)) {
      worlds.reset();
      for (int left = count; left > 0; ) {
        actor.act(worlds.observations(), count, actions);
        worlds.step(actions);
        double[] values = worlds.evaluate();
        for (int n = 0; n < count; n++) {
          if (over[n]) {
            continue;
          }
          for (int k = 0; k < terms; k++) {
            sum += values[n * terms + k];
          }
          over[n] = worlds.terminated()[n] || worlds.truncated()[n];
          left -= over[n] ? 1 : 0;
        }
        worlds.resetEnded();
        worlds.drainEpisodes();
      }
    }
    return sum / count;
  }
}
