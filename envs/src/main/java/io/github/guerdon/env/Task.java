package io.github.guerdon.env;

import io.github.guerdon.env.file.DidYouMean;
import io.github.guerdon.env.file.Expression.Where;
import io.github.guerdon.env.file.Problems;
import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.env.model.BuiltIn;
import io.github.guerdon.env.model.ModelFiles;
import io.github.guerdon.env.model.ModelSource;
import io.github.guerdon.env.model.ModelTrial;
import io.github.guerdon.env.model.WheelFetcher;
import io.github.guerdon.env.model.WheelName;
import io.github.guerdon.mujoco.Model;
import io.github.guerdon.mujoco.ObjectType;
import io.github.guerdon.reward.slot.ExpressionProgram;
import io.github.guerdon.reward.slot.Kind;
import io.github.guerdon.reward.slot.Slot;
import io.github.guerdon.reward.slot.SlotLayout;
import io.github.guerdon.reward.slot.SlotTable;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A task ready to run: what its file says, the names of its model and its compiled expressions. */
public final class Task {

  private final Path file;
  private final String text;
  private final TaskDescription description;
  private final Path model;
  private final Path root;
  private final String origin;
  private final Vocabulary vocabulary;
  private final ModelFacts facts;
  private final List<Slot> observed;
  private final String identity;
  private final ExpressionProgram expressions;
  private final Map<String, String> baselines;

  private Task(
      Opened opened,
      List<Slot> observed,
      ExpressionProgram expressions,
      Map<String, String> baselines) {
    this.observed = observed;
    file = opened.file;
    text = opened.text;
    description = opened.parsed.description();
    model = opened.model.file();
    root = opened.model.root();
    origin = opened.model.origin();
    vocabulary = opened.vocabulary;
    facts = opened.facts;
    identity = opened.identity;
    this.expressions = expressions;
    this.baselines = Collections.unmodifiableMap(new LinkedHashMap<>(baselines));
  }

  /** All that can be known without compiled expressions. */
  private record Opened(
      Path file,
      String text,
      TaskParser.Parsed parsed,
      ModelSource.Found model,
      Vocabulary vocabulary,
      ModelFacts facts,
      String identity) {

    List<Slot> observed() throws TaskException {
      return NameCheck.observedSlots(parsed.description(), vocabulary, facts, file.toString());
    }
  }

  /**
   * Loads a task.
   *
   * @param nameOrPath a built-in task's name, or the path of a YAML file
   * @param compiler compiles its expressions
   * @throws TaskException with all that is wrong with its file, model, expressions or baselines
   */
  public static Task load(String nameOrPath, ExpressionCompiler compiler) throws TaskException {
    return load(nameOrPath, compiler, WheelFetcher.NONE);
  }

  /**
   * Loads a task.
   *
   * @param fetcher brings the wheel of its model where it is not there yet
   * @throws TaskException with all that is wrong with its file, model, expressions or baselines
   */
  public static Task load(String nameOrPath, ExpressionCompiler compiler, WheelFetcher fetcher)
      throws TaskException {
    Path file = find(nameOrPath);
    String text = read(file);
    TaskParser.Parsed parsed = TaskParser.parse(file.toString(), text);
    Where place = parsed.places().getOrDefault("model", new Where("model", 1, 1));
    ModelSource.Found model = ModelSource.find(parsed.description().model(), file, place, fetcher);
    if (!builtIn().contains(nameOrPath)) {
      ModelTrial.check(model);
    }
    Opened opened = open(file, text, parsed, model);
    List<String> problems = new ArrayList<>();
    Optional<List<Slot>> observed = attempt(problems, () -> opened.observed());
    Optional<ExpressionProgram> program =
        attempt(
            problems,
            () -> compiler.compile(parsed.description().expressions(), opened.vocabulary));
    Optional<Map<String, String>> baselines = attempt(problems, () -> Baselines.read(parsed, file));
    if (!problems.isEmpty()) {
      throw new TaskException(
          Problems.inFileOrder(
              problems.stream().map(p -> p.startsWith(file + ":") ? p : file + ":" + p).toList()));
    }
    return new Task(opened, observed.orElseThrow(), program.orElseThrow(), baselines.orElseThrow());
  }

  /** A part of loading that can fail while others still find more that is wrong. */
  private interface Part<T> {
    T load() throws TaskException;
  }

  private static <T> Optional<T> attempt(List<String> problems, Part<T> part) {
    try {
      return Optional.of(part.load());
    } catch (TaskException e) {
      problems.addAll(e.problems());
      return Optional.empty();
    }
  }

  private static Path find(String nameOrPath) throws TaskException {
    if (builtIn().contains(nameOrPath)) {
      return BuiltIn.unpack(nameOrPath);
    }
    Path file = Path.of(nameOrPath);
    if (!Files.isRegularFile(file)) {
      boolean path =
          nameOrPath.endsWith(".yaml") || nameOrPath.endsWith(".yml") || nameOrPath.contains("/");
      throw new TaskException(
          path
              ? nameOrPath + ": no such task file; check the path"
              : "no task '"
                  + nameOrPath
                  + "'"
                  + DidYouMean.hint(nameOrPath, builtIn())
                  + (DidYouMean.nearest(nameOrPath, builtIn()).isPresent()
                      ? ""
                      : "; or give the path of a YAML file"));
    }
    return file;
  }

  private static String read(Path file) throws TaskException {
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      if (text.stripLeading().startsWith("<")) {
        throw new TaskException(
            file + ": is a model and no task; 'guerdon tasks new " + file + "' writes one for it");
      }
      return text;
    } catch (IOException e) {
      throw new TaskException(
          file + ": cannot be read as UTF-8 text (" + e + "); check its permissions and encoding");
    }
  }

  private static Opened open(
      Path file, String text, TaskParser.Parsed parsed, ModelSource.Found found)
      throws TaskException {
    TaskDescription description = parsed.description();
    List<Path> files = ModelFiles.of(found.file(), found.root());
    try (Model model = ModelSource.load(found.file())) {
      VaryParser.check(description.vary(), model, file.toString(), parsed.places());
      Vocabulary vocabulary =
          VocabularyReader.read(
              model,
              description.control().frameSkip(),
              description.parameters().stream().flatMap(p -> p.names().stream()).toList());
      return new Opened(
          file,
          text,
          parsed,
          found,
          description.control().mocap().map(m -> m.extend(vocabulary)).orElse(vocabulary),
          ModelFacts.read(model),
          Identity.of(description, files, found.origin()));
    }
  }

  /** Returns the built-in tasks' names, the default one first. */
  public static List<String> builtIn() {
    return List.copyOf(BuiltIn.index().keySet());
  }

  /**
   * Returns what a built-in task's file says; its model need not be there.
   *
   * @throws TaskException if its files cannot be unpacked
   */
  public static TaskDescription describe(String builtIn) throws TaskException {
    Path file = BuiltIn.unpack(builtIn);
    return TaskParser.parse(file.toString(), read(file)).description();
  }

  /**
   * Returns the wheel that a built-in task's model lies in where it is still to be fetched; nothing
   * where the task can be loaded as it is.
   *
   * @throws TaskException if its files cannot be unpacked
   */
  public static Optional<WheelName> missingWheel(String builtIn) throws TaskException {
    return ModelSource.missingWheel(describe(builtIn).model());
  }

  /** Returns what the task's file says. */
  public TaskDescription description() {
    return description;
  }

  /** Returns the names of the task's model. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** Returns the compiled expressions, in the order of {@link TaskDescription#expressions}. */
  public ExpressionProgram expressions() {
    return expressions;
  }

  /** Returns the model's MJCF file. */
  public Path model() {
    return model;
  }

  /** Returns the wheel that the model came from with its SHA-256, empty for other models. */
  public Optional<String> origin() {
    return Optional.of(origin).filter(o -> !o.isEmpty());
  }

  /** Returns the SHA-256 over all that changes a result: description, model, MuJoCo's version. */
  public String identity() {
    return identity;
  }

  /** Finds a human reward's source by name; for comparison, never for a designer's eyes. */
  public Optional<String> baseline(String name) {
    return Optional.ofNullable(baselines.get(name));
  }

  /** Returns the elements that have no name in the model, under the names that they go by here. */
  public List<Element> unnamed() {
    try (Model loaded = Model.load(model)) {
      return vocabulary.elements().stream()
          .filter(e -> !e.type().equals(MocapControl.TYPE))
          .filter(e -> loaded.name(ObjectType.valueOf(e.kind().name()), e.id()).isEmpty())
          .toList();
    }
  }

  /** Returns how many numbers an action has. */
  public int actionSize() {
    return vocabulary.elements(Kind.ACTUATOR).size();
  }

  /** Returns how many numbers an observation has. */
  public int observationSize() {
    return observationSizes().stream().mapToInt(Integer::intValue).sum();
  }

  /** Returns how many numbers each item of the observation has, its history included, in order. */
  public List<Integer> observationSizes() {
    List<Integer> sizes = new ArrayList<>();
    int slice = 0;
    for (Observation item : description.observe()) {
      boolean sliced = item.plain() instanceof Observation.Slice;
      sizes.add(item.history() * (sliced ? observed.get(slice++).width() : 1));
    }
    return sizes;
  }

  /**
   * Returns the controls that actions are offsets from; nothing for none. What moves a mocap body
   * has no part in a keyframe's controls, and its offsets are from 0.
   */
  public Optional<List<Double>> actionCenter() {
    return description
        .control()
        .action()
        .key()
        .map(key -> Arrays.stream(Arrays.copyOf(facts.ctrl(key), actionSize())).boxed().toList());
  }

  /** Lays out what the task and a reward read. */
  public SlotLayout layout(SlotTable rewardReads) {
    return SlotLayout.of(
        Stream.of(expressions.table().slots(), observed.stream(), rewardReads.slots())
            .flatMap(s -> s)
            .toList());
  }

  /** Returns what the task needs of its model besides names. */
  public ModelFacts facts() {
    return facts;
  }

  /** Returns the slots of the observation's slices, in order. */
  public List<Slot> observedSlots() {
    return observed;
  }

  /** Writes the task for a trainer on the same machine. */
  public void write(DataOutput out) throws IOException {
    out.writeUTF(file.toString());
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
    out.writeUTF(model.toAbsolutePath().toString());
    out.writeUTF(root.toAbsolutePath().toString());
    out.writeUTF(origin);
    out.writeUTF(identity);
    expressions.write(out);
  }

  /**
   * Reads what {@link #write} wrote; no compiler is needed, and baselines stay behind.
   *
   * @throws IOException if the model has changed since
   */
  public static Task read(DataInput in) throws IOException {
    Path file = Path.of(in.readUTF());
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    String text = new String(bytes, StandardCharsets.UTF_8);
    ModelSource.Found found =
        new ModelSource.Found(Path.of(in.readUTF()), Path.of(in.readUTF()), in.readUTF());
    String identity = in.readUTF();
    try {
      Opened opened = open(file, text, TaskParser.parse(file.toString(), text), found);
      if (!opened.identity.equals(identity)) {
        throw new IOException(
            found.file() + ": the model has changed since the task was loaded; start again");
      }
      return new Task(opened, opened.observed(), ExpressionProgram.read(in), Map.of());
    } catch (TaskException e) {
      throw new IOException(String.join("; ", e.problems()), e);
    }
  }
}
