package io.github.guerdon.env.sketch;

import io.github.guerdon.env.file.DidYouMean;
import io.github.guerdon.env.file.Expression.Where;
import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.env.model.ModelFiles;
import io.github.guerdon.env.model.ModelSource;
import io.github.guerdon.env.model.ModelTrial;
import io.github.guerdon.env.model.WheelFetcher;
import io.github.guerdon.mujoco.Model;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Writes a working task for a model that somebody brings: a task file and two rewards. */
public final class NewTask {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}");
  private static final Pattern SOURCE = Pattern.compile("(?:gymnasium|menagerie|wheel):.*");

  /** What files are called whose folder has the better name. */
  private static final Set<String> SAY_NOTHING =
      Set.of("robot", "model", "scene", "main", "shared", "xml", "mjcf", "urdf", "world", "assets");

  /** So far above a model's own folder its meshes may lie. */
  private static final int MOST_LEVELS = 3;

  private NewTask() {}

  /**
   * What to write.
   *
   * @param model an MJCF file's path, or {@code gymnasium:FILE}, {@code menagerie:FILE}, {@code
   *     wheel:NAME==VERSION/FILE}
   * @param name the task's name; empty for the model's
   * @param folder where it goes; empty for the model's own folder, or one called as the task where
   *     the model is not a file of the user's
   * @param overwrites whether files that exist are replaced
   */
  public record Request(
      String model, Optional<String> name, Optional<Path> folder, boolean overwrites) {}

  /**
   * What was written.
   *
   * @param task the task file
   * @param files all files, the task first
   * @param notes what its author should know of the model, a sentence each
   */
  public record Written(Path task, List<Path> files, List<String> notes) {

    /** Copies the lists. */
    public Written {
      files = List.copyOf(files);
      notes = List.copyOf(notes);
    }
  }

  /**
   * Writes a task.
   *
   * @param fetcher brings the wheel of the model where it is not there yet
   * @throws TaskException if the model is unknown, broken, or nothing that a policy could move; or
   *     if a file exists
   * @throws IOException if a file cannot be written
   */
  public static Written write(Request request, WheelFetcher fetcher)
      throws TaskException, IOException {
    boolean shelved =
        SOURCE.matcher(request.model()).matches() && !Files.exists(path(request.model()));
    ModelSource.Found found = shelved ? shelved(request.model(), fetcher) : local(request.model());
    List<Path> files = ModelFiles.of(found.file(), found.root());
    String name = name(request, found.file());
    Path folder = request.folder().orElse(shelved ? Path.of(name) : found.root());
    Map<Path, byte[]> texts = new LinkedHashMap<>();
    String inTask =
        shelved
            ? request.model()
            : brought(found, files, folder.toAbsolutePath().normalize(), texts);
    TaskSketch.Labels labels =
        new TaskSketch.Labels(name, inTask, name + "-official.java", name + "-sparse.java");
    ModelTrial.check(found);
    TaskSketch sketch;
    try (Model model = ModelSource.load(found.file())) {
      sketch = TaskSketch.of(Subject.of(model, request.model()), labels);
    }
    Path task = folder.resolve(name + ".yaml");
    Map<Path, byte[]> all = new LinkedHashMap<>();
    all.put(task, bytes(sketch.yaml()));
    all.put(folder.resolve(labels.official()), bytes(sketch.official()));
    all.put(folder.resolve(labels.sparse()), bytes(sketch.sparse()));
    texts.forEach((file, content) -> all.put(folder.resolve(file), content));
    save(all, request.overwrites());
    return new Written(task, List.copyOf(all.keySet()), sketch.notes());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Path path(String model) throws TaskException {
    try {
      return Path.of(model);
    } catch (InvalidPathException e) {
      throw new TaskException("model '" + model + "' is not a path; name an MJCF file");
    }
  }

  private static ModelSource.Found shelved(String model, WheelFetcher fetcher)
      throws TaskException {
    try {
      return ModelSource.find(model, Path.of("model"), new Where("model", 1, 1), fetcher);
    } catch (TaskException e) {
      // There is no task file yet that a place could speak of.
      throw new TaskException(
          e.problems().stream().map(p -> p.replaceFirst("^model:1:1: ", "")).toList());
    }
  }

  private static ModelSource.Found local(String model) throws TaskException, IOException {
    Path file = path(model).toAbsolutePath().normalize();
    if (!Files.isRegularFile(file)) {
      throw new TaskException(
          model
              + ": no such model file"
              + DidYouMean.hint(String.valueOf(file.getFileName()), siblings(file))
              + "; give the path of an MJCF file, or wheel:NAME==VERSION/FILE, menagerie:FILE or gymnasium:FILE");
    }
    Path real = file.toRealPath();
    Path root = real.resolveSibling("");
    Optional<TaskException> refusal = Optional.empty();
    for (int level = 0; level <= MOST_LEVELS && root != null && root.getNameCount() > 0; level++) {
      try {
        ModelFiles.of(real, root);
        return new ModelSource.Found(real, root, "");
      } catch (TaskException e) {
        refusal = refusal.isPresent() ? refusal : Optional.of(e);
      }
      root = root.getParent();
    }
    throw refusal.orElseThrow(
        () -> new TaskException(model + ": lies at the root of the disk; move it into a folder"));
  }

  private static List<String> siblings(Path file) {
    Path folder = file.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).filter(f -> f.endsWith(".xml")).toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  private static String name(Request request, Path file) throws TaskException {
    if (request.name().isPresent()) {
      String name = request.name().get();
      if (!NAME.matcher(name).matches()) {
        throw new TaskException(
            "name '"
                + name
                + "' must be lower case letters, digits and dashes, beginning with a letter");
      }
      return name;
    }
    String stem = file.getFileName().toString().replaceFirst("\\.[A-Za-z0-9]+$", "");
    Path folder = file.getParent();
    while (SAY_NOTHING.contains(stem.toLowerCase(Locale.ROOT))
        && folder != null
        && folder.getFileName() != null) {
      stem = folder.getFileName().toString();
      folder = folder.getParent();
    }
    String plain =
        stem.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    String name = plain.matches("[a-z].*") ? plain : ("task-" + plain).replaceAll("-$", "");
    return name.length() > 64 ? name.substring(0, 64) : name;
  }

  /**
   * Returns how a task in a folder names a model; where the model lies outside, what to copy into
   * the folder is added.
   */
  private static String brought(
      ModelSource.Found found, List<Path> files, Path folder, Map<Path, byte[]> copies)
      throws IOException {
    Path real = Files.exists(folder) ? folder.toRealPath() : folder;
    String path;
    if (found.root().startsWith(real)) {
      path = real.relativize(found.file()).toString();
    } else {
      for (Path file : files) {
        copies.put(found.root().toRealPath().relativize(file), Files.readAllBytes(file));
      }
      path = found.root().relativize(found.file()).toString();
    }
    return path.matches("[a-z_]{2,}:.*") ? "./" + path : path;
  }

  private static void save(Map<Path, byte[]> files, boolean overwrites)
      throws TaskException, IOException {
    if (!overwrites) {
      for (Map.Entry<Path, byte[]> file : files.entrySet()) {
        if (Files.exists(file.getKey())
            && !Arrays.equals(Files.readAllBytes(file.getKey()), file.getValue())) {
          throw new TaskException(
              file.getKey()
                  + ": exists already; give another --name or --out, or --force to replace it");
        }
      }
    }
    for (Map.Entry<Path, byte[]> file : files.entrySet()) {
      Path folder = file.getKey().toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.write(file.getKey(), file.getValue());
    }
  }
}
