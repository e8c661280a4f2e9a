package io.github.guerdon.sandbox.executor;

import io.github.guerdon.env.Task;
import io.github.guerdon.reward.slot.RewardProgram;
import io.github.guerdon.sandbox.cell.CellFailure;
import io.github.guerdon.sandbox.cell.CellLauncher;
import io.github.guerdon.sandbox.cell.CellSettings;
import io.github.guerdon.sandbox.ppo.Divergence;
import io.github.guerdon.sandbox.ppo.Ppo;
import io.github.guerdon.sandbox.ppo.Randomness;
import io.github.guerdon.sandbox.training.TrainingSettings;

/**
 * How much of a training's time goes by while it waits for its reward's cell.
 *
 * @param level the cell's proven level
 * @param seconds of training, all in all
 * @param waited seconds between sending a frame and having its answer
 */
public record CellWait(int level, double seconds, double waited) {

  private static final double NANOS = 1e9;

  /** Returns the share of the time. */
  public double share() {
    return waited / seconds;
  }

  /**
   * Trains in this process, with one thread, and keeps nothing.
   *
   * @throws CellFailure if the reward fails
   * @throws IllegalArgumentException if it makes the training diverge
   */
  public static CellWait measure(
      Task task, RewardProgram program, TrainingSettings settings, long seed) throws CellFailure {
    try (CellLauncher launcher = CellLauncher.open(CellSettings.defaults());
        CellWorlds worlds =
            CellWorlds.open(
                task,
                program,
                settings.discount(),
                settings.worlds(),
                1,
                Randomness.derive(seed, "worlds", 0),
                launcher);
        Ppo ppo = new Ppo(worlds, settings, seed, 1)) {
      long begun = System.nanoTime();
      ppo.learn(update -> {});
      double seconds = (System.nanoTime() - begun) / NANOS;
      return new CellWait(launcher.sandboxLevel(), seconds, worlds.waitedNanos() / NANOS);
    } catch (Divergence e) {
      throw new IllegalArgumentException("the reward makes the training diverge: " + e, e);
    }
  }
}
