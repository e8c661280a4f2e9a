package io.github.guerdon.env;

import io.github.guerdon.env.file.Expression;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a task file says; expressions are kept as text.
 *
 * @param name lower case letters, digits and dashes
 * @param about what a policy should do, in a sentence for people and designers
 * @param model as written: a path inside the task's folder, or {@code SOURCE:FILE}
 * @param control how an action becomes physics
 * @param episode how an episode begins and ends
 * @param observe what a policy sees, in order
 * @param parameters goals and commands of an episode, in order
 * @param metrics how well an episode went, in order
 * @param fitness what makes one policy better than another
 * @param success bounds that one successful episode meets; empty if the task names none
 * @param training how long it is trained
 * @param clarifications what its author answered when a designer asked; for designers only
 * @param baselines file names of human rewards, by name; for comparison only
 * @param vary what the robustness card varies; trainings and fitness never do
 */
public record TaskDescription(
    String name,
    String about,
    String model,
    Control control,
    Episode episode,
    List<Observation> observe,
    List<Parameter> parameters,
    List<Metric> metrics,
    FitnessRule fitness,
    List<Requirement> success,
    Training training,
    List<Clarification> clarifications,
    Map<String, String> baselines,
    Vary vary) {

  /** Copies the collections. */
  public TaskDescription {
    Objects.requireNonNull(name);
    Objects.requireNonNull(about);
    Objects.requireNonNull(model);
    Objects.requireNonNull(control);
    Objects.requireNonNull(episode);
    Objects.requireNonNull(fitness);
    Objects.requireNonNull(training);
    Objects.requireNonNull(vary);
    observe = List.copyOf(observe);
    parameters = List.copyOf(parameters);
    metrics = List.copyOf(metrics);
    success = List.copyOf(success);
    clarifications = List.copyOf(clarifications);
    baselines = Collections.unmodifiableMap(new LinkedHashMap<>(baselines));
  }

  /**
   * Returns all expressions in the order in which they are compiled: healthy, metrics,
   * observations, what a drawn start must meet.
   */
  public List<Expression> expressions() {
    List<Expression> all = new ArrayList<>();
    episode.healthy().ifPresent(all::add);
    metrics.forEach(m -> all.add(m.each()));
    observe.forEach(
        o -> {
          if (o.plain() instanceof Observation.Scalar scalar) {
            all.add(scalar.expression());
          }
        });
    episode.start().until().ifPresent(all::add);
    return List.copyOf(all);
  }

  /**
   * Returns the names that fitness and success may speak of: the task's metrics and the two that
   * every task has.
   */
  public List<String> metricNames() {
    return Stream.concat(
            metrics.stream().map(Metric::name), Stream.of(Metric.SURVIVAL, Metric.LENGTH))
        .toList();
  }
}
