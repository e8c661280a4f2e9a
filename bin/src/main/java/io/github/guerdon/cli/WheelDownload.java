package io.github.guerdon.cli;

import io.github.guerdon.env.model.WheelFetcher;
import io.github.guerdon.env.model.WheelName;
import io.github.guerdon.env.model.Wheels;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Fetches wheels of models with pip: one file, no dependencies, nothing of it runs.
 *
 * <p>Unasked it fetches those alone whose SHA-256 guerdon knows.
 */
final class WheelDownload implements WheelFetcher {

  private static final long MINUTES = 20;
  private static final int SHOWN = 300;

  private final String python;

  WheelDownload() {
    this("python3");
  }

  /** Makes one that has pip run by this Python. */
  WheelDownload(String python) {
    this.python = python;
  }

  @Override
  public void fetch(WheelName wheel) throws IOException {
    if (Wheels.pinned(wheel).isPresent()) {
      download(wheel);
    }
  }

  /** Fetches any wheel. */
  Wheels.Installed download(WheelName wheel) throws IOException {
    Path work = Files.createTempDirectory("guerdon-wheel");
    try {
      run(
          work,
          List.of(
              python,
              "-m",
              "pip",
              "--disable-pip-version-check",
              "download",
              "--quiet",
              "--no-cache-dir",
              "--no-deps",
              "--only-binary=:all:",
              "--dest",
              work.resolve("wheel").toString(),
              wheel.requirement()));
      try (Stream<Path> files = Files.find(work, 2, (f, a) -> f.toString().endsWith(".whl"))) {
        Path file = files.findFirst().orElseThrow(() -> new IOException("pip wrote no wheel"));
        return Wheels.install(file, wheel);
      }
    } finally {
      Folders.delete(work);
    }
  }

  private void run(Path work, List<String> command) throws IOException {
    Path log = work.resolve("log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().keySet().removeIf(name -> !needed(name));
    Process process = builder.start();
    try {
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        throw new IOException("pip was not done after " + MINUTES + " minutes");
      }
      if (process.exitValue() != 0) {
        throw new IOException("pip could not download it: " + lastLine(log));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      process.destroyForcibly();
    }
  }

  /** Keys of language models stay behind. */
  private static boolean needed(String name) {
    return List.of("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR").contains(name)
        || name.startsWith("PIP_")
        || name.startsWith("SSL_")
        || name.equals("REQUESTS_CA_BUNDLE")
        || name.toLowerCase(Locale.ROOT).endsWith("_proxy");
  }

  private static String lastLine(Path log) throws IOException {
    List<String> lines =
        new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
            .lines()
            .map(String::strip)
            .filter(l -> !l.isEmpty())
            .toList();
    String last = lines.isEmpty() ? "it said nothing" : lines.get(lines.size() - 1);
    return last.substring(0, Math.min(SHOWN, last.length()));
  }
}
