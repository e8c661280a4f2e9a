package io.github.guerdon.sandbox.ppo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.sandbox.TestSettings;
import io.github.guerdon.sandbox.training.TrainingSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Over-night trainings: what an update leaves behind would add up. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class LongTrainingTest {

  private static final int UPDATES = 1_000;
  private static final int WORLDS = 4;
  private static final int ROLLOUT = 8;

  @Test
  void memoryIsFlatOverAThousandUpdates() throws Exception {
    TrainingSettings settings =
        TestSettings.normalised(2L * UPDATES * WORLDS * ROLLOUT, WORLDS, ROLLOUT);
    List<Long> heap = new ArrayList<>();
    List<Long> resident = new ArrayList<>();

    try (Ppo ppo = new Ppo(new ScriptedWorlds(WORLDS, 20), settings, 1, 1)) {
      ppo.learn(
          update -> {
            long number = update.step() / (WORLDS * ROLLOUT);
            if (number == UPDATES || number == 2 * UPDATES) {
              heap.add(liveHeap());
              resident.add(residentKilobytes());
            }
          });
    }

    // A float an update and parameter that stayed would be 2 MB.
    assertThat(heap.get(1) - heap.get(0)).as("bytes of Java heap").isLessThan(500_000);
    assertThat(resident.get(1) - resident.get(0)).as("resident kB").isLessThan(8_000);
  }

  private static long liveHeap() {
    Runtime runtime = Runtime.getRuntime();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      System.gc();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }

  private static long residentKilobytes() {
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
