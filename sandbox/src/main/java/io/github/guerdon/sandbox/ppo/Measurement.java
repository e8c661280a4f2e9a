package io.github.guerdon.sandbox.ppo;

import io.github.guerdon.env.EpisodeRecord;
import io.github.guerdon.env.Fitness;
import io.github.guerdon.env.Score;
import io.github.guerdon.env.Task;
import io.github.guerdon.env.Variant;
import io.github.guerdon.env.step.VectorEnvironment;
import io.github.guerdon.env.step.WorldSetting;
import io.github.guerdon.reward.slot.SlotTable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Measures a policy: what it reaches without noise, in fresh episodes, by the task's own metrics.
 */
public final class Measurement {

  private Measurement() {}

  /** Scores a policy over as many fresh episodes; no reward takes part. */
  public static Score score(Task task, Policy policy, int episodes, int threads, long seed) {
    return score(task, policy, episodes, threads, seed, Variant.nominal());
  }

  /**
   * Scores a policy in a variant of the task's model. Episodes of the same seed start alike in all
   * variants, so that scores differ by what was varied.
   */
  public static Score score(
      Task task, Policy policy, int episodes, int threads, long seed, Variant variant) {
    return Fitness.score(
        task.description(), episodes(task, policy, episodes, threads, seed, variant));
  }

  /**
   * Runs one episode in each of {@code count} worlds. Later episodes of a world do not count:
   * worlds whose episodes are short would have more of them.
   */
  private static List<EpisodeRecord> episodes(
      Task task, Policy policy, int count, int threads, long seed, Variant variant) {
    SlotTable nothing = new SlotTable(List.of(), List.of());
    @Nullable EpisodeRecord[] first = new EpisodeRecord[count];
    try (VectorEnvironment worlds =
            VectorEnvironment.open(
                task,
                nothing,
                count,
                Math.min(threads, count),
                seed,
                WorldSetting.varied(task, variant));
        Policy.Actor actor = policy.open(count)) {
      float[] actions = new float[count * worlds.actionSize()];
      worlds.reset();
      for (int left = count; left > 0; ) {
        actor.act(worlds.observations(), count, actions);
        worlds.step(actions);
        worlds.resetEnded();
        for (EpisodeRecord episode : worlds.drainEpisodes()) {
          if (first[episode.world()] == null) {
            first[episode.world()] = episode;
            left--;
          }
        }
      }
    }
    return Arrays.stream(first).map(Objects::requireNonNull).toList();
  }
}
