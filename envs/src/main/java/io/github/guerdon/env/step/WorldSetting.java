package io.github.guerdon.env.step;

import io.github.guerdon.env.Task;
import io.github.guerdon.env.Variant;
import java.util.Objects;
import java.util.Optional;

/**
 * How a task's worlds differ from what its file says; a training's do not.
 *
 * @param limit control steps of an episode
 * @param scatter what throws first states about; empty if nothing does
 * @param variant what of the model is scaled
 */
public record WorldSetting(int limit, Optional<Scatter> scatter, Variant variant) {

  /** Checks for null. */
  public WorldSetting {
    Objects.requireNonNull(scatter);
    Objects.requireNonNull(variant);
  }

  /** Returns the task's own setting. */
  public static WorldSetting usual(Task task) {
    return varied(task, Variant.nominal());
  }

  /**
   * Returns one whose model has some fields scaled; all else, the draws included, is the task's.
   */
  public static WorldSetting varied(Task task, Variant variant) {
    return new WorldSetting(task.description().episode().steps(), Optional.empty(), variant);
  }

  /**
   * Returns one whose episodes are short windows from states thrown far about, to look at what
   * rewards and metrics say there; healthy ones as far as the task knows health.
   *
   * @param window control steps of an episode
   */
  public static WorldSetting scattered(Task task, int window) {
    return new WorldSetting(window, Optional.of(Scatter.of(task)), Variant.nominal());
  }
}
