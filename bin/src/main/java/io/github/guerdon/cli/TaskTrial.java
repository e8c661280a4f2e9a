package io.github.guerdon.cli;

import io.github.guerdon.env.EpisodeRecord;
import io.github.guerdon.env.Metric;
import io.github.guerdon.env.Task;
import io.github.guerdon.env.step.VectorEnvironment;
import io.github.guerdon.mujoco.WarningType;
import io.github.guerdon.reward.slot.SlotTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * What a task did under random actions.
 *
 * @param steps steps taken, over all worlds
 * @param episodes those that ended
 * @param ranges between what each item of the observation lay, in the task's order
 * @param stepsPerSecond steps over wall-clock time
 * @param warnings how often MuJoCo warned, by kind; none where never
 * @param problems what is wrong, with a fix each
 */
record TaskTrial(
    int steps,
    List<EpisodeRecord> episodes,
    List<Range> ranges,
    double stepsPerSecond,
    Map<WarningType, Long> warnings,
    List<String> problems) {

  private static final int WORLDS = 4;
  private static final int STEPS = 1_000;

  /** The most steps where episodes are long; their metrics are known when they end. */
  private static final int MOST_STEPS = 8_000;

  private static final double NANOS = 1e-9;

  TaskTrial {
    episodes = List.copyOf(episodes);
    ranges = List.copyOf(ranges);
    warnings = Collections.unmodifiableMap(new TreeMap<>(warnings));
    problems = List.copyOf(problems);
  }

  /** Where some numbers lay; nowhere before there is one. */
  record Range(double low, double high) {

    private static final Range NOWHERE =
        new Range(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

    private Range with(float value) {
      return new Range(Math.min(low, value), Math.max(high, value));
    }
  }

  static TaskTrial run(Task task, LongSupplier nanoTime) {
    SplittableRandom random = new SplittableRandom(1);
    SlotTable nothing = new SlotTable(List.of(), List.of());
    List<EpisodeRecord> episodes = new ArrayList<>();
    List<Integer> items = items(task);
    List<Range> ranges =
        new ArrayList<>(Collections.nCopies(task.observationSizes().size(), Range.NOWHERE));
    boolean finite = true;
    int steps = 0;
    Map<WarningType, Long> warnings;
    long began = nanoTime.getAsLong();
    try (VectorEnvironment environment = VectorEnvironment.open(task, nothing, WORLDS, 1, 1)) {
      environment.reset();
      float[] actions = new float[WORLDS * task.actionSize()];
      for (; steps < STEPS || (episodes.isEmpty() && steps < MOST_STEPS); steps += WORLDS) {
        for (int i = 0; i < actions.length; i++) {
          actions[i] = (float) random.nextDouble(-1, 1);
        }
        environment.step(actions);
        float[] seen = environment.finalObservations();
        for (int i = 0; i < seen.length; i++) {
          float entry = seen[i];
          finite &= Float.isFinite(entry);
          ranges.set(
              items.get(i % items.size()), ranges.get(items.get(i % items.size())).with(entry));
        }
        environment.resetEnded();
        episodes.addAll(environment.drainEpisodes());
      }
      warnings = environment.warnings();
    }
    double seconds = (nanoTime.getAsLong() - began) * NANOS;
    return new TaskTrial(
        steps, episodes, ranges, steps / seconds, warnings, problems(task, episodes, finite));
  }

  /** Returns of each entry of an observation which item it belongs to. */
  private static List<Integer> items(Task task) {
    List<Integer> items = new ArrayList<>();
    for (int size : task.observationSizes()) {
      items.addAll(
          Collections.nCopies(size, items.isEmpty() ? 0 : items.get(items.size() - 1) + 1));
    }
    return items;
  }

  private static List<String> problems(Task task, List<EpisodeRecord> episodes, boolean finite) {
    List<String> problems = new ArrayList<>();
    if (!finite) {
      problems.add("observations are not always finite; bound them with clip(…)");
    }
    long blownUp = blownUp(episodes);
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
    List<EpisodeRecord> sound = sound(episodes);
    List<Metric> metrics = task.description().metrics();
    for (int i = 0; i < metrics.size(); i++) {
      int metric = i;
      long broken = sound.stream().filter(e -> !Double.isFinite(e.metrics().get(metric))).count();
      if (broken > 0) {
        problems.add(
            "line %d: metric '%s' is no finite number in %d of %d episodes; guard logarithms, roots and divisions"
                .formatted(
                    metrics.get(i).each().where().line(),
                    metrics.get(i).name(),
                    broken,
                    sound.size()));
      }
    }
    return problems;
  }

  private static List<EpisodeRecord> sound(List<EpisodeRecord> episodes) {
    return episodes.stream().filter(e -> !e.blownUp()).toList();
  }

  private static long blownUp(List<EpisodeRecord> episodes) {
    return episodes.stream().filter(EpisodeRecord::blownUp).count();
  }

  /** Returns how many episodes the physics did not survive. */
  long blownUp() {
    return blownUp(episodes);
  }

  /** Returns a metric's mean over the episodes that ended and did not blow up; NaN if none did. */
  double mean(int metric) {
    return sound(episodes).stream()
        .mapToDouble(e -> e.metrics().get(metric))
        .average()
        .orElse(Double.NaN);
  }
}
