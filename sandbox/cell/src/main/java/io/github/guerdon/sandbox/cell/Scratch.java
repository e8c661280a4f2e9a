package io.github.guerdon.sandbox.cell;

import com.sun.jna.Native;
import com.sun.jna.Platform;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A launcher's temporary folder: the one native library that a cell loads while it starts, and the
 * file that it must not be able to read. Files are there only while a cell starts, so that hardly a
 * kill leaves any; what one leaves, a later launcher clears away.
 */
final class Scratch implements AutoCloseable {

  private static final String PREFIX = "guerdon-cell-";
  private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d+)-\\d+");
  private static final Duration STALE = Duration.ofMinutes(10);

  private final Path folder;
  private final Path visible;
  private final Path library;
  private final Path canary;

  Scratch() throws IOException {
    folder = Files.createTempDirectory(PREFIX + ProcessHandle.current().pid() + "-");
    visible = Files.createDirectory(folder.resolve("lib"));
    library = visible.resolve(System.mapLibraryName("jnidispatch"));
    canary = folder.resolve("canary");
    clearAway(folder);
  }

  /** Returns the folder with the library, the only one that a cell may see. */
  Path visible() {
    return visible;
  }

  /** Ends processes that were left behind when one was killed while it built namespaces. */
  void endOrphans() {
    Orphans.end(folder);
  }

  /** Returns a file that exists and is no business of a cell's. */
  Path canary() {
    return canary;
  }

  /** Puts the files there. */
  void fill() throws IOException {
    String resource = "/com/sun/jna/" + Platform.RESOURCE_PREFIX + "/" + library.getFileName();
    try (InputStream in = Native.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new FileNotFoundException(
            "JNA has no " + resource + "; this platform cannot run cells");
      }
      Files.copy(in, library, StandardCopyOption.REPLACE_EXISTING);
    }
    Files.writeString(canary, "A cell that reads this is not sealed.\n", StandardCharsets.UTF_8);
  }

  /** Deletes them again; a running cell needs them no more. */
  void empty() throws IOException {
    Files.deleteIfExists(library);
    Files.deleteIfExists(canary);
  }

  @Override
  public void close() throws IOException {
    delete(folder);
  }

  /** Ends what launchers that were killed left running, and deletes their folders after a while. */
  private static void clearAway(Path own) throws IOException {
    List<Path> folders;
    try (Stream<Path> files = Files.list(own.getParent())) {
      folders = files.filter(Scratch::isStale).toList();
    }
    for (Path stale : folders) {
      Orphans.end(stale);
      try {
        if (Files.getLastModifiedTime(stale).toMillis()
            < System.currentTimeMillis() - STALE.toMillis()) {
          delete(stale);
        }
      } catch (IOException gone) {
        // Other launchers clear away as well: it is no reason not to start that they were faster.
      }
    }
  }

  private static boolean isStale(Path folder) {
    Matcher name = NAME.matcher(folder.getFileName().toString());
    try {
      return name.matches()
          && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()
          && Files.getOwner(folder).equals(Files.getOwner(Path.of("/proc/self")));
    } catch (IOException gone) {
      return false;
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (NoSuchFileException | UncheckedIOException gone) {
      // It was cleared away already.
      return;
    }
  }
}
