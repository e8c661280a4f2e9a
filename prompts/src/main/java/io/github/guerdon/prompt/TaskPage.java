package io.github.guerdon.prompt;

import io.github.guerdon.env.Control;
import io.github.guerdon.env.Element;
import io.github.guerdon.env.Metric;
import io.github.guerdon.env.Observation;
import io.github.guerdon.env.Requirement;
import io.github.guerdon.env.Task;
import io.github.guerdon.env.TaskDescription;
import io.github.guerdon.env.Vocabulary;
import io.github.guerdon.reward.slot.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A task's page for people. Baseline rewards are not in it, neither text nor name. */
public final class TaskPage {

  private static final String FILE = "page.md";
  private static final Prompts PAGE = Prompts.of(Map.of(FILE, PromptFiles.resource(FILE)));

  private TaskPage() {}

  /** Renders the page as Markdown. */
  public static String of(Task task) {
    return of(task.description(), task.vocabulary());
  }

  static String of(TaskDescription task, Vocabulary vocabulary) {
    return PAGE.render(
        FILE,
        Map.ofEntries(
            Map.entry("name", task.name()),
            Map.entry("about", TaskText.inAuthorsWords(task)),
            Map.entry("steps", task.episode().steps()),
            Map.entry("dt", Figures.of(vocabulary.dt())),
            Map.entry("seconds", Figures.of(task.episode().steps() * vocabulary.dt())),
            Map.entry(
                "healthy",
                task.episode().healthy().map(e -> PlainText.oneLine(e.text())).orElse("")),
            Map.entry("start", DrawText.starts(task.episode().start())),
            Map.entry("goals", task.parameters().stream().map(DrawText::goal).toList()),
            Map.entry(
                "parameters",
                vocabulary.parameters().stream().map(name -> "`" + name + "`").toList()),
            Map.entry("lagging", task.control().derived() == Control.Derived.GYMNASIUM),
            Map.entry(
                "observations",
                task.observe().stream().map(Observation::text).map(PlainText::oneLine).toList()),
            Map.entry("metrics", task.metrics().stream().map(TaskPage::metric).toList()),
            Map.entry("maximize", task.fitness().maximize()),
            Map.entry("require", sentences(task.fitness().require())),
            Map.entry("success", sentences(task.success())),
            Map.entry("positions", vocabulary.nq()),
            Map.entry("velocities", vocabulary.nv()),
            Map.entry("groups", groups(vocabulary))));
  }

  private static Map<String, String> metric(Metric metric) {
    return Map.of(
        "name", metric.name(),
        "each", PlainText.oneLine(metric.each().text()),
        "over", metric.over().name().toLowerCase(Locale.ROOT),
        "unit", metric.unit());
  }

  private static List<Map<String, Object>> groups(Vocabulary vocabulary) {
    return ReadableKind.ALL.stream()
        .filter(readable -> !vocabulary.elements(readable.kind()).isEmpty())
        .map(
            readable ->
                Map.<String, Object>of(
                    "call", readable.call(),
                    "reads", readable.reads(),
                    "elements",
                        vocabulary.elements(readable.kind()).stream()
                            .map(TaskPage::element)
                            .toList()))
        .toList();
  }

  private static String element(Element element) {
    String unit = unit(element).map(u -> ", " + u).orElse("");
    String range =
        Double.isInfinite(element.range().low()) && Double.isInfinite(element.range().high())
            ? ""
            : ", " + Figures.of(element.range().low()) + " … " + Figures.of(element.range().high());
    String type = element.type().isEmpty() ? "" : element.type();
    String width = element.width() > 1 ? ", " + element.width() + " numbers" : "";
    String detail = type + unit + range + width;
    String trimmed = detail.startsWith(", ") ? detail.substring(2) : detail;
    return "`" + element.name() + "`" + (trimmed.isEmpty() ? "" : " (" + trimmed + ")");
  }

  private static Optional<String> unit(Element element) {
    if (element.kind() != Kind.JOINT) {
      return Optional.empty();
    }
    return switch (element.type()) {
      case "hinge" -> Optional.of("rad");
      case "slide" -> Optional.of("m");
      default -> Optional.empty();
    };
  }

  private static String sentences(List<Requirement> requirements) {
    return String.join(
        " and ",
        requirements.stream()
            .map(r -> r.metric() + " " + r.comparison().sign() + " " + Figures.of(r.bound()))
            .toList());
  }
}
