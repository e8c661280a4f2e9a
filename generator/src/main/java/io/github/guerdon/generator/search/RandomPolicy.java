package io.github.guerdon.generator.search;

import io.github.guerdon.env.EpisodeRecord;
import io.github.guerdon.env.Fitness;
import io.github.guerdon.env.Score;
import io.github.guerdon.env.Task;
import io.github.guerdon.env.step.VectorEnvironment;
import io.github.guerdon.generator.design.Seeds;
import io.github.guerdon.reward.slot.SlotTable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Measures what a policy reaches that draws each action uniformly; no reward takes part. */
final class RandomPolicy {

  private static final int EPISODES = 16;

  private RandomPolicy() {}

  static Score measure(Task task, long seed) {
    Seeds random = Seeds.stream(Seeds.derive(seed, "actions", 0));
    // Later episodes of a world do not count: worlds whose episodes are short would have more.
    Map<Integer, EpisodeRecord> first = new TreeMap<>();
    try (VectorEnvironment worlds =
        VectorEnvironment.open(
            task,
            new SlotTable(List.of(), List.of()),
            EPISODES,
            1,
            Seeds.derive(seed, "worlds", 0))) {
      float[] actions = new float[EPISODES * worlds.actionSize()];
      worlds.reset();
      while (first.size() < EPISODES) {
        for (int i = 0; i < actions.length; i++) {
          actions[i] = (float) (2 * random.nextDouble() - 1);
        }
        worlds.step(actions);
        worlds.resetEnded();
        worlds.drainEpisodes().forEach(e -> first.putIfAbsent(e.world(), e));
      }
    }
    return Fitness.score(task.description(), List.copyOf(first.values()));
  }
}
