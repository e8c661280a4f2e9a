package io.github.guerdon.cli;

import io.github.guerdon.reward.RewardFunction;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** The reward API as a jar, which is all that an exported reward needs. */
final class RewardApi {

  static final String JAR = "guerdon-reward.jar";

  private RewardApi() {}

  /** Writes the jar of the API that this program runs with. */
  static void write(Path jar) throws IOException {
    Path from = location();
    if (Files.isRegularFile(from)) {
      Files.copy(from, jar);
      return;
    }
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> all = Files.walk(from)) {
      List<Path> classes =
          all.filter(f -> f.toString().endsWith(".class"))
              .sorted(Comparator.naturalOrder())
              .toList();
      for (Path each : classes) {
        out.putNextEntry(new JarEntry(from.relativize(each).toString().replace('\\', '/')));
        Files.copy(each, out);
        out.closeEntry();
      }
    }
  }

  private static Path location() throws IOException {
    try {
      return Path.of(
          RewardFunction.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException("the reward API is at no path", e);
    }
  }
}
