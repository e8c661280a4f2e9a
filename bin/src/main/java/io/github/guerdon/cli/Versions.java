package io.github.guerdon.cli;

import io.github.guerdon.env.Task;
import io.github.guerdon.mujoco.Model;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What this program is made of and runs on; part of each run's record. */
final class Versions {

  private Versions() {}

  static String guerdon() {
    Properties properties = new Properties();
    try (InputStream in = Versions.class.getResourceAsStream("/guerdon.properties")) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its own resource guerdon.properties");
      }
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }

  /** Returns all, and for a task whose model came from a wheel that wheel with its SHA-256. */
  static Map<String, String> all(Task task) {
    Map<String, String> all = new TreeMap<>(all());
    task.origin().ifPresent(origin -> all.put("model", origin));
    return all;
  }

  private static Map<String, String> all() {
    return Map.of(
        "guerdon", guerdon(),
        "java", Runtime.version().toString(),
        "mujoco", Model.version(),
        "os",
            System.getProperty("os.name")
                + " "
                + System.getProperty("os.version")
                + " "
                + System.getProperty("os.arch"),
        "cpu", cpu());
  }

  /**
   * Returns the processor's name where the system tells it; the same seed gives the same bits on
   * the same kind.
   */
  static String cpu() {
    Path info = Path.of("/proc/cpuinfo");
    if (!Files.isReadable(info)) {
      return System.getProperty("os.arch");
    }
    try (Stream<String> lines = Files.lines(info)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
