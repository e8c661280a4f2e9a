package io.github.guerdon.env.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.guerdon.env.Task;
import io.github.guerdon.env.TaskFiles;
import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.reward.slot.SlotTable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SensingTest {

  private static final int WORLDS = 2000;

  @TempDir Path folder;

  private Task observing(String items) throws TaskException {
    return TaskFiles.load(
        folder,
        "  - qpos\n  - clip(qvel, -1, 1)\n  - after.body(\"ball\").position().z()\n",
        items);
  }

  private static VectorEnvironment open(Task task, int worlds) {
    VectorEnvironment env =
        VectorEnvironment.open(task, new SlotTable(List.of(), List.of()), worlds, 1, 4);
    env.reset();
    return env;
  }

  private static void step(VectorEnvironment env) {
    env.step(new float[env.worlds() * env.actionSize()]);
    env.resetEnded();
  }

  @Test
  void historyShowsTheNewestFirstAndBeginsWithTheFirstState() throws TaskException {
    Task task = observing("  - { value: qpos, history: 3 }\n  - qvel[0]\n");
    assertThat(task.observationSize()).isEqualTo(7);
    try (VectorEnvironment env = open(task, 2)) {
      float[] first = env.observations().clone();
      assertThat(first).hasSize(14);
      for (int i = 0; i < 4; i++) {
        assertThat(first[i + 2]).isEqualTo(first[i]);
      }
      step(env);
      float[] second = env.observations().clone();
      step(env);
      float[] third = env.observations().clone();
      for (int world = 0; world < 2; world++) {
        for (int i = 0; i < 2; i++) {
          int at = 7 * world + i;
          assertThat(third[at + 2]).isEqualTo(second[at]).isNotEqualTo(third[at]);
          assertThat(third[at + 4]).isEqualTo(first[at]);
        }
      }
      assertThat(env.exactObservation(1)).hasSize(7);
    }
  }

  @Test
  void noiseIsAddedToWhatAPolicySeesAlone() throws TaskException {
    Task noisy = observing("  - { value: \"qpos[0]\", noise: \"normal(0.5, 0.1)\" }\n");
    Task plain = observing("  - qpos[0]\n");
    try (VectorEnvironment one = open(noisy, WORLDS);
        VectorEnvironment other = open(plain, WORLDS)) {
      for (int i = 0; i < 2; i++) {
        double[] added = new double[WORLDS];
        for (int world = 0; world < WORLDS; world++) {
          assertThat(one.exactObservation(world)).isEqualTo(other.exactObservation(world));
          assertThat(one.state(world)).isEqualTo(other.state(world));
          added[world] = one.observations()[world] - other.observations()[world];
        }
        double mean = Arrays.stream(added).average().orElseThrow();
        double variance =
            Arrays.stream(added).map(a -> (a - mean) * (a - mean)).average().orElseThrow();
        assertThat(mean).isCloseTo(0.5, within(0.01));
        assertThat(Math.sqrt(variance)).isCloseTo(0.1, within(0.01));
        step(one);
        step(other);
      }
    }
  }

  @Test
  void noiseDependsOnSeedWorldAndEpisodeAlone() throws TaskException {
    Task task = observing("  - { value: qpos, noise: \"uniform(-1, 1)\", history: 2 }\n");
    try (VectorEnvironment small = open(task, 3);
        VectorEnvironment large = open(task, 5)) {
      for (int i = 0; i < 45; i++) {
        step(small);
        step(large);
        assertThat(Arrays.copyOf(large.observations(), 3 * 4)).isEqualTo(small.observations());
      }
    }
  }

  @Test
  void noiseAndHistoryArePartOfTheIdentity() throws TaskException {
    assertThat(
            Stream.of(
                    observing("  - qpos\n").identity(),
                    observing("  - { value: qpos }\n").identity(),
                    observing("  - { value: qpos, history: 2 }\n").identity(),
                    observing("  - { value: qpos, noise: \"normal(0, 1)\" }\n").identity(),
                    observing("  - { value: qpos, noise: \"normal(0, 2)\" }\n").identity())
                .distinct())
        .hasSize(4);
  }
}
