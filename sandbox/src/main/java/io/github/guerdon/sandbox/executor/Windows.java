package io.github.guerdon.sandbox.executor;

import io.github.guerdon.env.EpisodeRecord;
import io.github.guerdon.sandbox.cell.CellFailure;
import io.github.guerdon.sandbox.ppo.Randomness;
import io.github.guerdon.sandbox.training.TermProbe.Spread;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Holds a reward against its task's objective in short windows from states thrown far about, where
 * some poles stand and some bodies run. In a young policy's rollouts the objective hardly moves, so
 * nothing can be seen there of what a term has to do with it.
 */
final class Windows {

  /** Long enough for a displacement to show, too short for a thrown body to come to rest. */
  static final int LENGTH = 10;

  private static final int STEPS = 200;
  private static final double BEST = 0.9;
  private static final double WORSE = 0.5;

  private final Numbers[] steps;
  private final Numbers[] means;
  private final Numbers totals = new Numbers();
  private final Numbers objectives = new Numbers();

  private Windows(int terms) {
    steps = numbers(terms);
    means = numbers(terms);
  }

  /** Returns no windows. */
  static Windows none(int terms) {
    return new Windows(terms);
  }

  /** Returns so many empty lists. */
  static Numbers[] numbers(int count) {
    return Stream.generate(Numbers::new).limit(count).toArray(Numbers[]::new);
  }

  /** Runs the windows, all worlds acting as in the probe's rollouts. */
  static Windows run(CellWorlds worlds, Randomness random) throws CellFailure {
    int terms = worlds.terms().size();
    Windows windows = new Windows(terms);
    double[] sums = new double[worlds.count() * terms];
    float[] actions = new float[worlds.count() * worlds.actionSize()];
    worlds.reset();
    for (int step = 0; step < STEPS; step++) {
      Probe.act(step, actions, random);
      worlds.step(actions);
      double[] values = worlds.evaluate();
      for (int i = 0; i < sums.length; i++) {
        sums[i] += values[i];
        if (!worlds.blownUp()[i / terms] && Double.isFinite(values[i])) {
          windows.steps[i % terms].add(values[i]);
        }
      }
      worlds.resetEnded();
      for (EpisodeRecord episode : worlds.drainEpisodes()) {
        // What the task ended early is another stretch of time, and no measure of the others.
        windows.end(episode, worlds.objective(episode), sums, episode.truncated());
      }
    }
    return windows;
  }

  private void end(EpisodeRecord episode, double objective, double[] sums, boolean whole) {
    int terms = means.length;
    int from = episode.world() * terms;
    double total = Arrays.stream(sums, from, from + terms).sum();
    if (whole && Double.isFinite(total) && Double.isFinite(objective)) {
      for (int k = 0; k < terms; k++) {
        means[k].add(sums[from + k] / episode.length());
      }
      totals.add(total / episode.length());
      objectives.add(objective);
    }
    Arrays.fill(sums, from, from + terms, 0);
  }

  int count() {
    return objectives.size();
  }

  Spread spread(int term) {
    return steps[term].spread();
  }

  double alignment(int term) {
    return Numbers.rankCorrelation(means[term].toArray(), objectives.toArray());
  }

  /** Returns the terms' sum a step, of each window its mean. */
  Spread totals() {
    return totals.spread();
  }

  double alignment() {
    return Numbers.rankCorrelation(totals.toArray(), objectives.toArray());
  }

  /** Returns how much more a term gives where the objective is high than where it is low. */
  double pays(int term) {
    double[] objective = objectives.toArray();
    double[] mean = means[term].toArray();
    double[] sorted = objective.clone();
    Arrays.sort(sorted);
    if (sorted.length == 0 || sorted[0] == sorted[sorted.length - 1]) {
      return Double.NaN;
    }
    double best = sorted[(int) (BEST * (sorted.length - 1))];
    double worse = sorted[(int) (WORSE * (sorted.length - 1))];
    // Where most windows have the least objective there is, the best are those above it.
    boolean mostlyLeast = best == sorted[0];
    double high =
        IntStream.range(0, mean.length)
            .filter(i -> mostlyLeast ? objective[i] > best : objective[i] >= best)
            .mapToDouble(i -> mean[i])
            .average()
            .orElse(0);
    double low =
        IntStream.range(0, mean.length)
            .filter(i -> objective[i] <= worse)
            .mapToDouble(i -> mean[i])
            .average()
            .orElse(0);
    return high - low;
  }
}
