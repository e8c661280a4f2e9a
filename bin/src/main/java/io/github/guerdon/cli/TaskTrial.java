package io.github.guerdon.cli;

import io.github.guerdon.env.EpisodeRecord;
import io.github.guerdon.env.Task;
import io.github.guerdon.env.VectorEnvironment;
import io.github.guerdon.reward.slot.SlotTable;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;

/**
 * What a task did under random actions.
 *
 * @param steps steps taken, over all worlds
 * @param episodes episodes that ended
 * @param blownUp of these, how many the physics did not survive
 * @param lowest the smallest observation entry
 * @param highest the largest
 * @param stepsPerSecond steps over wall-clock time
 * @param problems what is wrong, with a fix each
 */
record TaskTrial(
    int steps,
    int episodes,
    int blownUp,
    double lowest,
    double highest,
    double stepsPerSecond,
    List<String> problems) {

  private static final int WORLDS = 4;
  private static final int STEPS = 1_000;
  private static final double NANOS = 1e-9;

  TaskTrial {
    problems = List.copyOf(problems);
  }

  static TaskTrial run(Task task, LongSupplier nanoTime) {
    SplittableRandom random = new SplittableRandom(1);
    SlotTable nothing = new SlotTable(List.of(), List.of());
    List<EpisodeRecord> episodes = new ArrayList<>();
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    boolean finite = true;
    long began = nanoTime.getAsLong();
    try (VectorEnvironment environment = VectorEnvironment.open(task, nothing, WORLDS, 1, 1)) {
      environment.reset();
      float[] actions = new float[WORLDS * task.actionSize()];
      for (int step = 0; step < STEPS; step += WORLDS) {
        for (int i = 0; i < actions.length; i++) {
          actions[i] = (float) random.nextDouble(-1, 1);
        }
        environment.step(actions);
        for (float entry : environment.finalObservations()) {
          finite &= Float.isFinite(entry);
          lowest = Math.min(lowest, entry);
          highest = Math.max(highest, entry);
        }
        environment.resetEnded();
        episodes.addAll(environment.drainEpisodes());
      }
    }
    int blownUp = (int) episodes.stream().filter(EpisodeRecord::blownUp).count();
    List<String> problems = new ArrayList<>();
    if (!finite) {
      problems.add("observations are not always finite; bound them with clip(…)");
    }
    if (blownUp > 0) {
      problems.add(
          blownUp
              + " of "
              + episodes.size()
              + " episodes blew up; use a smaller timestep in the model or narrower control ranges");
    }
    if (episodes.stream().anyMatch(e -> e.length() <= 1 && e.terminated())) {
      problems.add(
          "some episodes end at their first step; check 'healthy' against the start states");
    }
    double seconds = (nanoTime.getAsLong() - began) * NANOS;
    return new TaskTrial(
        STEPS, episodes.size(), blownUp, lowest, highest, STEPS / seconds, problems);
  }
}
