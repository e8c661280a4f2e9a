package io.github.guerdon.env;

import io.github.guerdon.env.Expression.Where;
import io.github.guerdon.mujoco.Model;
import io.github.guerdon.mujoco.MujocoException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the model that a task names, and loads it with errors that a person can act on. */
final class ModelSource {

  private static final Pattern SOURCE = Pattern.compile("([a-z_]{2,}):(.*)");
  private static final Pattern PLAIN_FILE = Pattern.compile("[A-Za-z0-9_.-]+\\.xml");
  private static final Pattern LINE = Pattern.compile("\\bline (\\d+)");

  private ModelSource() {}

  /**
   * A model's place.
   *
   * @param file the MJCF file
   * @param root the folder that none of its files may leave
   */
  record Found(Path file, Path root) {}

  /**
   * Finds a model.
   *
   * @param name as the task writes it
   * @param taskFile the task's own file
   * @param where the place of the name in it
   */
  static Found find(String name, Path taskFile, Where where) throws TaskException {
    Problems problems = new Problems(taskFile.toString());
    Path root = taskFile.toAbsolutePath().normalize().resolveSibling("");
    Path file = root;
    Matcher source = SOURCE.matcher(name);
    if (source.matches()) {
      root = Home.gymnasiumAssets();
      file = root.resolve(gymnasium(source.group(1), source.group(2), where, problems));
    } else {
      file = inside(root, name, where, problems);
    }
    problems.throwIfAny();
    return new Found(file, root);
  }

  private static String gymnasium(String source, String name, Where where, Problems problems) {
    Path assets = Home.gymnasiumAssets();
    if (!source.equals("gymnasium")) {
      problems.add(
          where,
          "models of '"
              + source
              + ":' are not supported yet; use gymnasium:FILE or a path inside the task's folder");
    } else if (!Files.isDirectory(assets)) {
      problems.add(
          where,
          "model 'gymnasium:"
              + name
              + "' needs Gymnasium's models in "
              + assets
              + ", which is missing; run bin/setup, which fetches them");
    } else if (!PLAIN_FILE.matcher(name).matches() || !Files.isRegularFile(assets.resolve(name))) {
      problems.add(
          where, "Gymnasium has no model '" + name + "'" + DidYouMean.hint(name, xmlFiles(assets)));
    }
    return PLAIN_FILE.matcher(name).matches() ? name : "";
  }

  private static Path inside(Path folder, String name, Where where, Problems problems) {
    Path file;
    try {
      file = folder.resolve(name).normalize();
    } catch (InvalidPathException e) {
      problems.add(where, "model '" + name + "' is not a path; name a file in the task's folder");
      return folder;
    }
    if (Path.of(name).isAbsolute() || !file.startsWith(folder)) {
      problems.add(
          where,
          "model '" + name + "' leaves the task's folder " + folder + "; copy the model into it");
    } else if (!Files.isRegularFile(file)) {
      problems.add(
          where,
          "model file '"
              + name
              + "' is not in "
              + folder
              + DidYouMean.hint(name, xmlFiles(folder)));
    }
    return file;
  }

  private static List<String> xmlFiles(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(f -> f.endsWith(".xml"))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** Loads a model's file. */
  static Model load(Path file) throws TaskException {
    try {
      return Model.load(file);
    } catch (MujocoException e) {
      String message =
          String.valueOf(e.getMessage()).replace(file + ": ", "").replaceAll("\\s+", " ").strip();
      Matcher line = LINE.matcher(message);
      throw new TaskException(
          file
              + ":"
              + (line.find() ? line.group(1) : "1")
              + ":1: MuJoCo refuses the model: "
              + message
              + "; correct the MJCF there");
    }
  }
}
