package io.github.guerdon.sandbox.cell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files that a cell's JVM has to read; behind a wall it sees no others. */
final class RuntimeFiles {

  /** Shared libraries and the loader's list of them. */
  private static final List<Path> SYSTEM =
      Stream.of("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/etc/ld.so.cache")
          .map(Path::of)
          .toList();

  private static final int DEPTH = 5;

  private final Path java;
  private final Set<Path> paths = new LinkedHashSet<>();

  RuntimeFiles(CellSettings settings) throws IOException {
    java = settings.java().toRealPath();
    Path bin = java.getParent();
    Path home = bin == null ? null : bin.getParent();
    if (home == null || home.getNameCount() == 0) {
      throw new IOException(java + " is in no JDK's folder; give the java of a JDK or JRE");
    }
    SYSTEM.stream().filter(Files::exists).forEach(paths::add);
    paths.add(home);
    for (String folder : List.of("bin", "lib", "conf")) {
      addLinked(home.resolve(folder), home);
    }
    for (Path path : settings.classPath()) {
      paths.add(path.toRealPath());
      paths.add(path.toAbsolutePath().normalize());
    }
  }

  /** Returns the Java executable without links. */
  Path java() {
    return java;
  }

  /** Returns files and folders, all of which exist. */
  Collection<Path> paths() {
    return paths;
  }

  /** Adds what a distribution keeps elsewhere and has linked into the JDK's folder. */
  private void addLinked(Path folder, Path home) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder, DEPTH)) {
      for (Path link : files.filter(Files::isSymbolicLink).toList()) {
        Path target = link.resolveSibling(Files.readSymbolicLink(link)).normalize();
        if (!target.startsWith(home)
            && SYSTEM.stream().noneMatch(target::startsWith)
            && Files.isRegularFile(target)) {
          paths.add(target);
        }
      }
    }
  }
}
