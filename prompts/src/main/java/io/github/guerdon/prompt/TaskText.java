package io.github.guerdon.prompt;

import io.github.guerdon.env.Clarification;
import io.github.guerdon.env.Control;
import io.github.guerdon.env.Metric;
import io.github.guerdon.env.Observation;
import io.github.guerdon.env.Requirement;
import io.github.guerdon.env.TaskDescription;
import io.github.guerdon.env.Vocabulary;
import java.util.Map;

/**
 * A task as a designer reads it. The task's name, its baseline rewards and its learner's settings
 * stay outside; what a person or a model file wrote is quoted, fenced or escaped here already.
 */
public final class TaskText {

  private final Map<String, Object> values;

  private TaskText(Map<String, Object> values) {
    this.values = values;
  }

  /** Returns the text of a task. */
  public static TaskText of(TaskDescription task, Vocabulary vocabulary, LearnerText learner) {
    return new TaskText(
        Map.ofEntries(
            Map.entry("about", PlainText.quote(inAuthorsWords(task))),
            Map.entry("steps", Figures.of(task.episode().steps())),
            Map.entry("dt", Figures.of(vocabulary.dt())),
            Map.entry("seconds", Figures.of(task.episode().steps() * vocabulary.dt())),
            Map.entry("start", DrawText.starts(task.episode().start())),
            Map.entry("goals", task.parameters().stream().map(DrawText::goal).toList()),
            Map.entry(
                "healthy", task.episode().healthy().map(e -> PlainText.code(e.text())).orElse("")),
            Map.entry("lagging", task.control().derived() == Control.Derived.GYMNASIUM),
            Map.entry(
                "observations",
                task.observe().stream().map(Observation::text).map(PlainText::code).toList()),
            Map.entry("metrics", task.metrics().stream().map(TaskText::metric).toList()),
            Map.entry("maximize", PlainText.code(task.fitness().maximize())),
            Map.entry("require", task.fitness().require().stream().map(TaskText::bound).toList()),
            Map.entry("success", task.success().stream().map(TaskText::bound).toList()),
            Map.entry("learner", learner(learner, vocabulary.dt())),
            Map.entry("model", ModelText.of(vocabulary))));
  }

  /** Returns the description and what its author answered when somebody asked. */
  static String inAuthorsWords(TaskDescription task) {
    StringBuilder words = new StringBuilder(task.about().strip());
    for (Clarification asked : task.clarifications()) {
      words.append("\n\nAsked: ").append(asked.question());
      words.append("\nAnswered: ").append(asked.answer());
    }
    return words.toString();
  }

  /** Returns the values for a template's variable {@code task}. */
  Map<String, Object> values() {
    return values;
  }

  private static Map<String, Object> learner(LearnerText learner, double dt) {
    return Map.of(
        "steps", Figures.of(learner.steps()),
        "discount", Figures.of(learner.discount()),
        "horizon", learner.discount() < 1 ? Figures.of(dt / (1 - learner.discount())) : "",
        "scaled", learner.scaled());
  }

  private static Map<String, Object> metric(Metric metric) {
    return Map.of(
        "name", PlainText.code(metric.name()),
        "each", PlainText.code(metric.each().text()),
        "over", over(metric.over()),
        "unit", PlainText.line(metric.unit()));
  }

  private static String over(Metric.Over over) {
    return switch (over) {
      case FIRST -> "at the start,";
      case LAST -> "at the last step,";
      case MIN -> "smallest";
      case MAX -> "largest";
      case SUM -> "sum over the episode of";
      case MEAN -> "mean over the episode of";
      case CHANGE -> "change from the episode's start to its end of";
      case FRACTION -> "share of steps with";
    };
  }

  private static String bound(Requirement requirement) {
    return PlainText.code(
        requirement.metric()
            + " "
            + requirement.comparison().sign()
            + " "
            + Figures.of(requirement.bound()));
  }
}
