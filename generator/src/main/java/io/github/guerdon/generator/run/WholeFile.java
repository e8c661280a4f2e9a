package io.github.guerdon.generator.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files whole or not at all. */
public final class WholeFile {

  /** What the name of a file that is not whole yet ends in. */
  static final String PART = ".part";

  private WholeFile() {}

  /** Writes a text, over what was there. */
  public static void write(Path file, String text) throws IOException {
    Path half = file.resolveSibling(file.getFileName() + PART);
    Files.writeString(half, text, StandardCharsets.UTF_8);
    Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
