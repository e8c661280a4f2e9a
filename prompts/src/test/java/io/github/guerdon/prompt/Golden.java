package io.github.guerdon.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares text with a file under {@code src/test/resources/golden}; with {@code
 * -Dgolden.refresh=true} writes the file instead, for a person to read the difference.
 */
final class Golden {

  private static final Path FOLDER =
      Path.of(System.getProperty("basedir", "."), "src/test/resources/golden");

  private Golden() {}

  static void check(String name, String text) throws IOException {
    Path file = FOLDER.resolve(name);
    if (Boolean.getBoolean("golden.refresh")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text, StandardCharsets.UTF_8);
    }
    assertThat(text)
        .as("%s (CONTRIBUTING.md says how to refresh it)", name)
        .isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
  }
}
