package io.github.guerdon.env;

import io.github.guerdon.env.Score.MetricSummary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Scores episodes by a task's metrics alone; no reward has a say in it. */
public final class Fitness {

  private Fitness() {}

  /**
   * Scores a policy's episodes.
   *
   * <p>An episode that blew up gives no metric and no success, and each one adds its share to the
   * shortfall: a policy cannot win by breaking the simulation.
   *
   * @throws IllegalArgumentException if there is no episode
   */
  public static Score score(TaskDescription task, List<EpisodeRecord> episodes) {
    if (episodes.isEmpty()) {
      throw new IllegalArgumentException("no episode to score; run at least one");
    }
    List<EpisodeRecord> sound = episodes.stream().filter(e -> !e.blownUp()).toList();
    Map<String, MetricSummary> metrics = new LinkedHashMap<>();
    if (!sound.isEmpty()) {
      for (String name : task.metricNames()) {
        metrics.put(
            name,
            MetricSummary.of(sound.stream().mapToDouble(e -> value(task, e, name)).toArray()));
      }
    }
    double shortfall = (double) (episodes.size() - sound.size()) / episodes.size();
    for (Requirement requirement : task.fitness().require()) {
      shortfall += requirement.shortfall(mean(metrics, requirement.metric()));
    }
    double value = mean(metrics, task.fitness().maximize());
    long successes = sound.stream().filter(e -> successful(task, e)).count();
    return new Score(
        shortfall == 0,
        shortfall,
        Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value,
        metrics,
        (double) successes / episodes.size(),
        episodes.size(),
        episodes.size() - sound.size());
  }

  private static double mean(Map<String, MetricSummary> metrics, String name) {
    MetricSummary summary = metrics.get(name);
    return summary == null ? Double.NaN : summary.mean();
  }

  private static boolean successful(TaskDescription task, EpisodeRecord episode) {
    return !task.success().isEmpty()
        && task.success().stream()
            .allMatch(bound -> bound.met(value(task, episode, bound.metric())));
  }

  /** Returns the metric that the task's fitness maximises, in one episode. */
  public static double objective(TaskDescription task, EpisodeRecord episode) {
    return value(task, episode, task.fitness().maximize());
  }

  /** Returns a metric's value in an episode, {@code survival} and {@code length} included. */
  static double value(TaskDescription task, EpisodeRecord episode, String metric) {
    if (metric.equals(Metric.LENGTH)) {
      return episode.length();
    }
    if (metric.equals(Metric.SURVIVAL)) {
      return (double) episode.length() / task.episode().steps();
    }
    for (int i = 0; i < task.metrics().size(); i++) {
      if (task.metrics().get(i).name().equals(metric)) {
        return episode.metrics().get(i);
      }
    }
    throw new IllegalArgumentException("task '" + task.name() + "' has no metric '" + metric + "'");
  }
}
