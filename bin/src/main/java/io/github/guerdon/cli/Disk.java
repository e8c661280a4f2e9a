package io.github.guerdon.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Sizes of files on disk. */
final class Disk {

  private static final String LINKS = "unix:nlink";

  private Disk() {}

  /** Returns the files in a folder and below it; none if there is no such folder. */
  static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be read; check its permissions", e);
    }
  }

  /**
   * Returns how many bytes deleting files frees: a file that has other names frees nothing until
   * the last of them is gone.
   */
  static long freed(List<Path> files) {
    Map<Object, List<Path>> names = new HashMap<>();
    try {
      for (Path file : files) {
        Object inode = Files.getAttribute(file, "unix:ino");
        names.computeIfAbsent(inode, key -> new ArrayList<>()).add(file);
      }
      long bytes = 0;
      for (List<Path> same : names.values()) {
        if (same.size() >= (Integer) Files.getAttribute(same.get(0), LINKS)) {
          bytes += Files.size(same.get(0));
        }
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the files to free cannot be read; check their permissions", e);
    }
  }

  /** Writes a size as 12.3 MB. */
  static String size(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    return bytes < 1_000_000
        ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }
}
