package io.github.guerdon.env;

import java.util.List;

/**
 * How one episode went.
 *
 * @param world the world that it ran in
 * @param length its number of steps
 * @param terminated whether it ended because it was not healthy, or blew up
 * @param truncated whether it ended at the time limit alone
 * @param blownUp whether the simulation diverged; the metrics are then those of the steps before
 * @param metrics in the order of the task's metrics
 */
public record EpisodeRecord(
    int world,
    int length,
    boolean terminated,
    boolean truncated,
    boolean blownUp,
    List<Double> metrics) {

  /** Copies the list and checks that the two ends stay apart. */
  public EpisodeRecord {
    metrics = List.copyOf(metrics);
    if (terminated && truncated) {
      throw new IllegalArgumentException("an episode is terminated or truncated, not both");
    }
    if (blownUp && !terminated) {
      throw new IllegalArgumentException("an episode that blew up is terminated");
    }
  }
}
