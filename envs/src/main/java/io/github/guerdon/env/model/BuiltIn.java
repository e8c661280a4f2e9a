package io.github.guerdon.env.model;

import io.github.guerdon.env.file.TaskException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Brings the built-in tasks' files from the class path to disk, where MuJoCo can read them. */
public final class BuiltIn {

  private static final String FOLDER = "/tasks/";

  private BuiltIn() {}

  /** Returns each built-in task's files, the default task first. */
  public static Map<String, List<String>> index() {
    Map<String, List<String>> index = new LinkedHashMap<>();
    for (String line : new String(resource("index"), StandardCharsets.UTF_8).lines().toList()) {
      String[] words = line.split(" ");
      index.put(words[0], Arrays.asList(words).subList(1, words.length));
    }
    return index;
  }

  /**
   * Unpacks a task into a folder that its contents name, if it is not there yet.
   *
   * @return the path of its YAML file
   */
  public static Path unpack(String name) throws TaskException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String file : index().getOrDefault(name, List.of())) {
      files.put(file, resource(name + "/" + file));
    }
    Digest digest = new Digest();
    files.forEach((file, bytes) -> digest.add(file).add(bytes));
    Path folder = folder().resolve(digest.hex().substring(0, 16)).resolve(name);
    try {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        write(folder.resolve(file.getKey()), file.getValue());
      }
    } catch (IOException e) {
      throw new TaskException(
          "cannot write the built-in task '"
              + name
              + "' to "
              + folder
              + " ("
              + e
              + "); make the folder writable, or set GUERDON_HOME to one that is");
    }
    return folder.resolve("task.yaml");
  }

  /** Returns the folder of all unpacked tasks. */
  static Path folder() {
    return Home.path().resolve("tasks");
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
      return;
    }
    Files.createDirectories(file.getParent());
    // Another process may unpack the same task now; a rename shows it whole files only.
    Path part = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".part");
    Files.write(part, bytes);
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static byte[] resource(String path) {
    try (InputStream in = BuiltIn.class.getResourceAsStream(FOLDER + path)) {
      if (in == null) {
        throw new IllegalStateException(
            "the program's own file tasks/" + path + " is missing; build it again");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
