package io.github.guerdon.env;

import io.github.guerdon.env.file.DidYouMean;
import io.github.guerdon.env.file.Expression;
import io.github.guerdon.env.file.Expression.Where;
import io.github.guerdon.env.file.Problems;
import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.env.file.YamlFile;
import io.github.guerdon.env.file.YamlMap;
import io.github.guerdon.env.file.YamlValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Reads a task file: its text becomes a description, or all that is wrong with it at once. */
final class TaskParser {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}");
  private static final Pattern METRIC_NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");

  private static final String NEEDS =
      "a task needs at least name, about, model, control, episode, observe, fitness and training";

  private final String file;
  private final Problems problems;
  private final Map<String, Where> places = new LinkedHashMap<>();

  private TaskParser(String file) {
    this.file = file;
    problems = new Problems(file);
  }

  /**
   * What a file says, with the places that later errors speak of.
   *
   * @param description what it says
   * @param places where {@code model}, and each of {@code baselines} and {@code vary} stand, by key
   *     path
   */
  record Parsed(TaskDescription description, Map<String, Where> places) {

    Parsed {
      places = Map.copyOf(places);
    }
  }

  /**
   * Parses a task.
   *
   * @param file its name, for errors
   * @param text its text
   */
  static Parsed parse(String file, String text) throws TaskException {
    return new TaskParser(file).parse(text);
  }

  private Parsed parse(String text) throws TaskException {
    Optional<YamlMap> root = new YamlValue(YamlFile.compose(file, text, NEEDS), "", problems).map();
    problems.throwIfAny();
    Optional<TaskDescription> task = task(root.orElseThrow());
    problems.throwIfAny();
    return new Parsed(task.orElseThrow(), places);
  }

  private Optional<TaskDescription> task(YamlMap root) {
    Optional<String> name = root.need("name").flatMap(this::name);
    Optional<String> about =
        root.need("about").flatMap(YamlValue::text).map(t -> t.strip().replaceAll("\\s+", " "));
    Optional<String> model = root.need("model").flatMap(this::placed);
    Optional<Control> control =
        root.need("control").flatMap(YamlValue::map).flatMap(ControlParser::parse);
    Optional<Episode> episode = root.need("episode").flatMap(YamlValue::map).flatMap(this::episode);
    List<Observation> observe =
        root.need("observe").map(ObservationParser::parse).orElse(List.of());
    List<Parameter> parameters =
        root.find("parameters")
            .flatMap(YamlValue::map)
            .map(ParameterParser::parse)
            .orElse(List.of());
    Optional<YamlMap> metricMap = root.find("metrics").flatMap(YamlValue::map);
    List<Metric> metrics = metricMap.map(this::metrics).orElse(List.of());
    // A metric with a mistake of its own is known all the same.
    List<String> names = new ArrayList<>(metricMap.map(YamlMap::keys).orElse(List.of()));
    names.addAll(List.of(Metric.SURVIVAL, Metric.LENGTH));
    Optional<FitnessRule> fitness =
        root.need("fitness").flatMap(YamlValue::map).flatMap(m -> fitness(m, names));
    List<Requirement> success =
        root.find("success").map(v -> BoundParser.all(v, names)).orElse(List.of());
    Optional<Training> training =
        root.need("training").flatMap(YamlValue::map).flatMap(this::training);
    List<Clarification> clarifications =
        root.find(ClarificationFile.KEY).map(this::clarifications).orElse(List.of());
    Vary vary =
        root.find(VaryParser.KEY).map(v -> VaryParser.parse(v, places)).orElse(Vary.NOTHING);
    Map<String, String> baselines =
        root.find("baselines").flatMap(YamlValue::map).map(this::baselines).orElse(Map.of());
    root.finish();
    if (problems.any()) {
      return Optional.empty();
    }
    return Optional.of(
        new TaskDescription(
            name.orElseThrow(),
            about.orElseThrow(),
            model.orElseThrow(),
            control.orElseThrow(),
            episode.orElseThrow(),
            observe,
            parameters,
            metrics,
            fitness.orElseThrow(),
            success,
            training.orElseThrow(),
            clarifications,
            baselines,
            vary));
  }

  private Optional<String> name(YamlValue value) {
    return matching(value, NAME, "lower case letters, digits and dashes, beginning with a letter");
  }

  private static Optional<String> matching(YamlValue value, Pattern pattern, String rule) {
    Optional<String> text = value.text();
    if (text.isPresent() && !pattern.matcher(text.get()).matches()) {
      value.problem("'" + text.get() + "' must be " + rule);
      return Optional.empty();
    }
    return text;
  }

  private Optional<Episode> episode(YamlMap map) {
    OptionalInt steps = map.need("steps").map(YamlValue::smallCount).orElse(OptionalInt.empty());
    Start start =
        map.find("start").map(v -> StartParser.parse(v.map())).orElse(new Start(List.of()));
    Optional<Expression> healthy =
        map.find("healthy").flatMap(v -> expression(v, Expression.Type.CONDITION));
    map.finish();
    return steps.isPresent()
        ? Optional.of(new Episode(steps.getAsInt(), start, healthy))
        : Optional.empty();
  }

  private static Optional<Expression> expression(YamlValue value, Expression.Type type) {
    return value.written().map(text -> new Expression(text.strip(), type, value.where()));
  }

  private List<Metric> metrics(YamlMap map) {
    List<Metric> metrics = new ArrayList<>();
    map.forEach(
        (name, value) -> {
          if (name.equals(Metric.SURVIVAL) || name.equals(Metric.LENGTH)) {
            value.problem("every task has the metric '" + name + "'; choose another name");
          } else if (!METRIC_NAME.matcher(name).matches()) {
            value.problem(
                "metric name '"
                    + name
                    + "' must be lower case letters, digits and underscores, beginning with a letter");
          } else {
            value.map().flatMap(m -> metric(name, m)).ifPresent(metrics::add);
          }
        });
    return metrics;
  }

  private static Optional<Metric> metric(String name, YamlMap map) {
    List<String> words =
        Arrays.stream(Metric.Over.values()).map(o -> o.name().toLowerCase(Locale.ROOT)).toList();
    Optional<Metric.Over> over =
        map.need("over")
            .flatMap(v -> v.word(words))
            .map(w -> Metric.Over.valueOf(w.toUpperCase(Locale.ROOT)));
    Expression.Type type =
        over.filter(o -> o == Metric.Over.FRACTION).isPresent()
            ? Expression.Type.CONDITION
            : Expression.Type.NUMBER;
    Optional<Expression> each = map.need("each").flatMap(v -> expression(v, type));
    Optional<String> unit = map.find("unit").map(YamlValue::written).orElse(Optional.of(""));
    map.finish();
    return over.isPresent() && each.isPresent() && unit.isPresent()
        ? Optional.of(new Metric(name, each.get(), over.get(), unit.get()))
        : Optional.empty();
  }

  private Optional<FitnessRule> fitness(YamlMap map, List<String> metrics) {
    List<Requirement> require = new ArrayList<>();
    map.find("require")
        .flatMap(YamlValue::map)
        .ifPresent(
            m ->
                m.forEach(
                    (metric, value) -> {
                      if (known(metric, value, metrics)) {
                        BoundParser.bound(metric, value).ifPresent(require::add);
                      }
                    }));
    Optional<YamlValue> minimize = map.find("minimize");
    minimize.ifPresent(
        v ->
            v.problem(
                "fitness is always maximised; make a metric with a minus in front of its 'each' and"
                    + " maximize that"));
    Optional<String> maximize =
        (minimize.isPresent() ? map.find("maximize") : map.need("maximize"))
            .flatMap(v -> v.text().filter(metric -> known(metric, v, metrics)));
    map.finish();
    return maximize.map(metric -> new FitnessRule(require, metric));
  }

  private static boolean known(String metric, YamlValue value, List<String> metrics) {
    if (!metrics.contains(metric)) {
      value.problem("unknown metric '" + metric + "'" + DidYouMean.hint(metric, metrics));
    }
    return metrics.contains(metric);
  }

  private Optional<Training> training(YamlMap map) {
    var steps = map.need("steps").map(YamlValue::count);
    Map<String, Double> learner = new LinkedHashMap<>();
    map.find("learner")
        .flatMap(YamlValue::map)
        .ifPresent(
            settings -> {
              for (String name : Training.NUMBERS) {
                settings.find(name).ifPresent(v -> v.number().ifPresent(n -> learner.put(name, n)));
              }
              for (String name : Training.FLAGS) {
                settings
                    .find(name)
                    .ifPresent(v -> v.flag().ifPresent(f -> learner.put(name, f ? 1.0 : 0.0)));
              }
              settings.finish();
            });
    map.finish();
    return steps.isPresent() && steps.get().isPresent()
        ? Optional.of(new Training(steps.get().getAsLong(), learner))
        : Optional.empty();
  }

  private List<Clarification> clarifications(YamlValue value) {
    List<Clarification> all = new ArrayList<>();
    for (YamlValue item : value.list()) {
      item.map()
          .ifPresent(
              map -> {
                Optional<String> question = map.need("question").flatMap(YamlValue::written);
                Optional<String> answer = map.need("answer").flatMap(YamlValue::written);
                map.finish();
                if (question.isPresent() && answer.isPresent()) {
                  all.add(new Clarification(question.get(), answer.get()));
                }
              });
    }
    return all;
  }

  private Map<String, String> baselines(YamlMap map) {
    Map<String, String> files = new LinkedHashMap<>();
    map.forEach((name, value) -> placed(value).ifPresent(file -> files.put(name, file)));
    return files;
  }

  private Optional<String> placed(YamlValue value) {
    places.put(value.where().key(), value.where());
    return value.text();
  }
}
