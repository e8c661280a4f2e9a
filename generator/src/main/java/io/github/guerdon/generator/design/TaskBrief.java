package io.github.guerdon.generator.design;

import io.github.guerdon.env.Metric;
import io.github.guerdon.env.Requirement;
import io.github.guerdon.env.TaskDescription;
import io.github.guerdon.env.Vocabulary;
import io.github.guerdon.env.file.Expression;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What a designer may know of a task: everything but its name and its baselines, so that a design
 * can come from nothing else.
 *
 * @param about the task in words
 * @param vocabulary the names of its model
 * @param episodeSteps control steps of an episode
 * @param healthy the condition that ends an episode once it is false, if there is one
 * @param metrics what is measured, fitness and requirements included
 * @param requirements what a candidate must reach first, in order, such as {@code survival >= 0.95}
 * @param objective the metric that is the fitness; more of it is better
 */
public record TaskBrief(
    String about,
    Vocabulary vocabulary,
    int episodeSteps,
    Optional<String> healthy,
    List<Measure> metrics,
    List<String> requirements,
    String objective) {

  /** Checks for null and copies the lists. */
  public TaskBrief {
    Objects.requireNonNull(about);
    Objects.requireNonNull(vocabulary);
    Objects.requireNonNull(healthy);
    metrics = List.copyOf(metrics);
    requirements = List.copyOf(requirements);
    Objects.requireNonNull(objective);
  }

  /** Returns what a designer may know of a task. */
  public static TaskBrief of(TaskDescription task, Vocabulary vocabulary) {
    return new TaskBrief(
        task.about(),
        vocabulary,
        task.episode().steps(),
        task.episode().healthy().map(Expression::text),
        task.metrics().stream().map(Measure::of).toList(),
        task.fitness().require().stream().map(Requirement::toString).toList(),
        task.fitness().maximize());
  }

  /** Finds the measure of the fitness; nothing if it is one that every task has, such as length. */
  public Optional<Measure> goal() {
    return metrics.stream().filter(m -> m.name().equals(objective)).findFirst();
  }

  /**
   * One metric.
   *
   * @param name its name
   * @param each Java over {@code before}, {@code action} and {@code after}, taken at each step
   * @param condition whether that is true or false, not a number
   * @param over how an episode's steps become one number: {@code first}, {@code last}, {@code min},
   *     {@code max}, {@code sum}, {@code mean}, {@code change} or {@code fraction}
   * @param unit its unit, empty if it has none
   */
  public record Measure(String name, String each, boolean condition, String over, String unit) {

    /** Checks for null. */
    public Measure {
      Objects.requireNonNull(name);
      Objects.requireNonNull(each);
      Objects.requireNonNull(over);
      Objects.requireNonNull(unit);
    }

    private static Measure of(Metric metric) {
      return new Measure(
          metric.name(),
          metric.each().text(),
          metric.each().type() == Expression.Type.CONDITION,
          metric.over().name().toLowerCase(Locale.ROOT),
          metric.unit());
    }
  }
}
