package io.github.guerdon.generator.batch;

import io.github.guerdon.env.Task;
import io.github.guerdon.env.file.DidYouMean;
import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.env.file.YamlFile;
import io.github.guerdon.env.file.YamlMap;
import io.github.guerdon.env.file.YamlValue;
import io.github.guerdon.generator.evolve.StrategyName;
import io.github.guerdon.generator.run.Caps;
import io.github.guerdon.generator.run.Racing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** Reads the file of a batch: its text becomes a plan, or all that is wrong with it at once. */
public final class BatchFile {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}");
  private static final Pattern RANGE = Pattern.compile("(\\d{1,9})\\.\\.(\\d{1,9})");
  private static final int MOST_SEEDS = 1_000;
  private static final String TASK_FILE = "task.yaml";

  private final Path file;
  private final String text;
  private final Map<String, YamlValue> comparisons = new LinkedHashMap<>();

  private BatchFile(Path file, String text) {
    this.file = file;
    this.text = text;
  }

  /**
   * Reads a file.
   *
   * @param baselines is asked once the rest of the file is sound
   * @throws TaskException if it cannot be read, or with all that is wrong with it
   */
  public static BatchPlan read(Path file, BaselineNames baselines) throws TaskException {
    return new BatchFile(file, text(file)).plan(baselines);
  }

  private static String text(Path file) throws TaskException {
    if (!Files.isRegularFile(file)) {
      throw new TaskException(file + ": no such file; give the YAML file of a batch");
    }
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new TaskException(
          file + ": cannot be read (" + e + "); check its permissions, and that it is UTF-8 text");
    }
  }

  private BatchPlan plan(BaselineNames baselines) throws TaskException {
    YamlFile yaml =
        YamlFile.read(file.toString(), text, "a batch needs at least tasks: [ NAME, … ]");
    YamlMap root = yaml.root();
    Optional<String> name =
        root.find("name").map(BatchFile::name).orElseGet(() -> Optional.of(ownName()));
    List<TaskEntry> tasks = root.need("tasks").map(this::tasks).orElse(List.of());
    List<DesignerEntry> designers =
        root.find("designers")
            .map(DesignerParser::parse)
            .orElse(List.of(DesignerEntry.of(DesignerEntry.OFFLINE, Map.of())));
    List<StrategyName> strategies =
        root.find("strategies").map(BatchFile::strategies).orElse(List.of(StrategyName.ELITE));
    List<Long> seeds = root.find("seeds").map(BatchFile::seeds).orElse(List.of(0L));
    SearchShape shape =
        root.find("search")
            .flatMap(YamlValue::map)
            .map(BatchFile::shape)
            .orElseGet(SearchShape::usual);
    int experiments = tasks.size() * designers.size() * strategies.size() * seeds.size();
    Caps budget =
        root.find("budget")
            .flatMap(YamlValue::map)
            .map(m -> BudgetParser.parse(m, experiments))
            .orElse(Caps.none());
    Thresholds thresholds =
        root.find("thresholds")
            .flatMap(YamlValue::map)
            .map(m -> thresholds(m, tasks.stream().map(TaskEntry::label).toList()))
            .orElse(Thresholds.none());
    OptionalDouble confidence =
        root.find("regression")
            .flatMap(YamlValue::map)
            .map(BatchFile::confidence)
            .orElse(OptionalDouble.of(BatchPlan.USUAL_CONFIDENCE));
    yaml.finish();
    for (TaskEntry task : tasks) {
      requireBaselines(task, baselines.of(task));
    }
    yaml.finish();
    return new BatchPlan(
        name.orElseThrow(),
        product(tasks, designers, strategies, seeds),
        shape,
        budget,
        thresholds,
        confidence.orElseThrow());
  }

  private void requireBaselines(TaskEntry task, Collection<String> known) {
    comparisons.forEach(
        (name, value) -> {
          if (!known.contains(name)) {
            value.problem(
                "task '"
                    + task.label()
                    + "' has no baseline '"
                    + name
                    + "'"
                    + DidYouMean.hint(name, known));
          }
        });
  }

  private static List<Experiment> product(
      List<TaskEntry> tasks,
      List<DesignerEntry> designers,
      List<StrategyName> strategies,
      List<Long> seeds) {
    List<Experiment> all = new ArrayList<>();
    for (TaskEntry task : tasks) {
      for (DesignerEntry designer : designers) {
        for (StrategyName strategy : strategies) {
          seeds.forEach(seed -> all.add(new Experiment(task, designer, strategy, seed)));
        }
      }
    }
    return all;
  }

  /** Reads a name, as reports and folders can have it. */
  static Optional<String> name(YamlValue value) {
    Optional<String> text = value.text();
    if (text.isPresent() && !NAME.matcher(text.get()).matches()) {
      value.problem(
          "'"
              + text.get()
              + "' must be lower case letters, digits and dashes, beginning with a letter");
      return Optional.empty();
    }
    return text;
  }

  /** Names the batch after its file. */
  private String ownName() {
    String slug = DesignerEntry.slug(stem(file));
    return NAME.matcher(slug).matches() ? slug : "batch";
  }

  private static String stem(Path path) {
    return String.valueOf(path.getFileName()).replaceFirst("\\.ya?ml$", "");
  }

  /** Returns a list's values without those that stand twice; an empty list is a problem. */
  static <T> List<T> each(YamlValue value, Function<YamlValue, Optional<T>> read) {
    List<T> all = new ArrayList<>();
    Set<T> seen = new HashSet<>();
    List<YamlValue> items = value.list();
    for (YamlValue item : items) {
      Optional<T> one = read.apply(item);
      if (one.isPresent() && !seen.add(one.get())) {
        item.problem("this stands twice in the list; remove one");
      }
      one.ifPresent(all::add);
    }
    if (value.isList() && items.isEmpty()) {
      value.problem("this list is empty; name at least one");
    }
    return all;
  }

  private List<TaskEntry> tasks(YamlValue value) {
    Set<String> labels = new HashSet<>();
    return each(
        value,
        item -> {
          Optional<TaskEntry> task = item.text().flatMap(t -> task(t, item));
          if (task.isPresent() && !labels.add(task.get().label())) {
            item.problem(
                "two tasks are called '"
                    + task.get().label()
                    + "' in reports; remove one, or rename its file");
          }
          return task;
        });
  }

  private Optional<TaskEntry> task(String name, YamlValue item) {
    if (Task.builtIn().contains(name)) {
      return Optional.of(new TaskEntry(name, name));
    }
    Path path = file.resolveSibling(name);
    if (!Files.isRegularFile(path)) {
      item.problem(
          "'"
              + name
              + "' is no built-in task and no file beside this one"
              + DidYouMean.hint(name, Task.builtIn()));
      return Optional.empty();
    }
    // A task in a folder of its own goes by the folder's name.
    Path folder = path.toAbsolutePath().normalize().getParent();
    String label =
        DesignerEntry.slug(stem(folder == null || !path.endsWith(TASK_FILE) ? path : folder));
    return Optional.of(new TaskEntry(label.isEmpty() ? "task" : label, path.toString()));
  }

  private static List<StrategyName> strategies(YamlValue value) {
    List<String> words = Arrays.stream(StrategyName.values()).map(StrategyName::word).toList();
    return each(value, item -> item.word(words).flatMap(StrategyName::find));
  }

  /** Reads {@code [ 0, 1, 2 ]} or {@code 0..2}. */
  private static List<Long> seeds(YamlValue value) {
    if (value.isList()) {
      return each(value, item -> item.whole(0).stream().boxed().findFirst());
    }
    Matcher range = RANGE.matcher(value.written().orElse(""));
    if (range.matches()) {
      long from = Long.parseLong(range.group(1));
      long to = Long.parseLong(range.group(2));
      if (from <= to && to - from < MOST_SEEDS) {
        return LongStream.rangeClosed(from, to).boxed().toList();
      }
    }
    value.problem(
        "'seeds' must be a list such as [ 0, 1, 2 ], or a range such as 0..2 of at most "
            + MOST_SEEDS
            + " seeds");
    return List.of();
  }

  private static SearchShape shape(YamlMap map) {
    Map<String, Long> numbers = new LinkedHashMap<>();
    SearchShape.LEAST.forEach(
        (key, least) ->
            map.find(key)
                .ifPresent(
                    value -> {
                      var number = value.whole(least);
                      if (number.isPresent() && number.getAsLong() > Integer.MAX_VALUE) {
                        value.problem("'" + key + "' must be at most " + Integer.MAX_VALUE);
                      } else {
                        number.ifPresent(n -> numbers.put(key, n));
                      }
                    }));
    List<String> ways = Arrays.stream(Racing.values()).map(Racing::word).toList();
    Optional<Racing> racing =
        map.find(SearchShape.RACING).flatMap(value -> value.word(ways)).flatMap(Racing::find);
    map.finish();
    return new SearchShape(numbers, racing);
  }

  private Thresholds thresholds(YamlMap map, List<String> tasks) {
    Map<String, Double> fitness = new LinkedHashMap<>();
    map.find("fitness")
        .ifPresent(
            value -> {
              if (value.isMap()) {
                value
                    .map()
                    .ifPresent(m -> m.forEach((task, v) -> fitness(task, v, tasks, fitness)));
              } else {
                value.number().ifPresent(n -> fitness.put(Thresholds.ALL, n));
              }
            });
    Map<String, Thresholds.Bar> against = new LinkedHashMap<>();
    List<String> words = Arrays.stream(Thresholds.Bar.values()).map(Thresholds.Bar::word).toList();
    map.find("against")
        .flatMap(YamlValue::map)
        .ifPresent(
            m ->
                m.forEach(
                    (baseline, value) -> {
                      comparisons.put(baseline, value);
                      value
                          .word(words)
                          .flatMap(Thresholds.Bar::find)
                          .ifPresent(bar -> against.put(baseline, bar));
                    }));
    OptionalDouble requirements = share(map, "requirements");
    OptionalDouble trained = share(map, "trained");
    map.finish();
    return new Thresholds(fitness, against, requirements, trained);
  }

  private static void fitness(
      String task, YamlValue value, List<String> tasks, Map<String, Double> into) {
    if (!tasks.contains(task)) {
      value.problem("no task of this batch is '" + task + "'" + DidYouMean.hint(task, tasks));
    }
    value.number().ifPresent(n -> into.put(task, n));
  }

  private static OptionalDouble share(YamlMap map, String key) {
    return map.find(key).map(v -> v.number(0, 1)).orElse(OptionalDouble.empty());
  }

  private static OptionalDouble confidence(YamlMap map) {
    OptionalDouble confidence =
        map.find("confidence")
            .map(
                v -> {
                  OptionalDouble number = v.number();
                  if (number.isPresent()
                      && !(number.getAsDouble() > 0.5 && number.getAsDouble() < 1)) {
                    v.problem("'confidence' must be above 0.5 and below 1, such as 0.95");
                  }
                  return number;
                })
            .orElse(OptionalDouble.of(BatchPlan.USUAL_CONFIDENCE));
    map.finish();
    return confidence;
  }
}
