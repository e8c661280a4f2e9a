package io.github.guerdon.sandbox.cell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/** The command line of a cell's JVM. */
final class CellCommand {

  private static final int CODE_CACHE_MEGABYTES = 32;
  private static final int JVM_MEGABYTES = 100;
  private static final int NATIVE_ACCESS_SINCE = 22;

  private final CellSettings settings;
  private final Path java;
  private final Path libraries;

  /**
   * @param java the executable without links
   * @param libraries the folder with JNA's library, for the cell must not write files
   */
  CellCommand(CellSettings settings, Path java, Path libraries) {
    this.settings = settings;
    this.java = java;
    this.libraries = libraries;
  }

  /** Returns the private writable memory that a cell may have, in bytes. */
  static long dataBytes(CellSettings settings) {
    return (settings.heapMegabytes() + JVM_MEGABYTES + CODE_CACHE_MEGABYTES) * 1024L * 1024L;
  }

  List<String> words() {
    List<String> words = new ArrayList<>();
    words.add(java.toString());
    words.addAll(
        List.of(
            "-Xmx" + settings.heapMegabytes() + "m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            // C2 would win 2.4 of 12 us a frame of 64 worlds, less than it costs to start it.
            "-XX:TieredStopAtLevel=1",
            "-XX:MaxMetaspaceSize=48m",
            "-XX:ReservedCodeCacheSize=" + CODE_CACHE_MEGABYTES + "m",
            "-XX:MaxDirectMemorySize=16m",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-UsePerfData",
            "-XX:+DisableAttachMechanism",
            "-XX:+ErrorFileToStderr",
            // Standard output is for frames alone.
            "-XX:+DisplayVMOutputToStderr",
            "-Xlog:disable",
            "-Xlog:all=warning:stderr",
            "-XX:-CreateCoredumpOnCrash",
            // Else exceptions lose their lines once their thrower is compiled.
            "-XX:-OmitStackTraceInFastThrow"));
    words.addAll(
        List.of(
            "--limit-modules=java.base,java.logging",
            "-Duser.language=en",
            "-Duser.country=US",
            "-Duser.timezone=UTC",
            "-Dfile.encoding=UTF-8",
            "-Djna.nosys=true",
            "-Djna.nounpack=true",
            "-Djna.boot.library.path=" + libraries,
            // Unset, JNA would run ldconfig to find a path that nothing here uses.
            "-Djna.platform.library.path="));
    if (javaVersion() >= NATIVE_ACCESS_SINCE) {
      words.add("--enable-native-access=ALL-UNNAMED");
    }
    words.add("-cp");
    words.add(
        settings.classPath().stream()
            .map(Path::toAbsolutePath)
            .map(Path::normalize)
            .map(Path::toString)
            .collect(Collectors.joining(":")));
    words.add(CellMain.class.getName());
    return words;
  }

  /**
   * Reads the version that every JDK states beside its {@code bin}; 17, the least allowed, if not.
   */
  private int javaVersion() {
    Properties release = new Properties();
    try {
      Path file = java.resolveSibling("../release");
      try (InputStream in = Files.newInputStream(file)) {
        release.load(in);
      }
    } catch (IOException unknown) {
      return 17;
    }
    String version = release.getProperty("JAVA_VERSION", "17").replace("\"", "");
    return Runtime.Version.parse(version).feature();
  }
}
