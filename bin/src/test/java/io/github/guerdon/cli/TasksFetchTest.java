package io.github.guerdon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.guerdon.env.model.WheelName;
import io.github.guerdon.env.model.Wheels;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wheels come from a file or through pip; here pip is a script that copies one. */
final class TasksFetchTest {

  private static final WheelName TINY = new WheelName("tiny", "1.0");

  @TempDir private Path folder;
  private final String home = System.getProperty("guerdon.home", "");

  @BeforeEach
  void useAnEmptyHome() {
    System.setProperty("guerdon.home", folder.resolve("home").toString());
  }

  @AfterEach
  void restoreTheHome() {
    System.setProperty("guerdon.home", home);
  }

  private Path wheel() throws IOException {
    Path file = folder.resolve("tiny-1.0-py3-none-any.whl");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("tiny/ball.xml"));
      zip.write("<mujoco/>".getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("tiny-1.0.dist-info/METADATA"));
    }
    return file;
  }

  /** Returns a download whose pip is this script, which gets the arguments after {@code -m pip}. */
  private WheelDownload pip(String script) throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path python = Files.writeString(bin.resolve("python3"), "#!/bin/sh\n" + script + "\n");
    assertThat(python.toFile().setExecutable(true)).isTrue();
    return new WheelDownload(python.toString());
  }

  @Test
  void wheelFromAFileIsKeptWithItsSum() throws IOException {
    Shell.Result result = Shell.run("tasks", "fetch", "tiny==1.0", "--from", wheel().toString());
    assertThat(result.exit()).as(result.err()).isZero();
    Wheels.Installed installed = Wheels.find(TINY).orElseThrow();
    assertThat(result.out()).contains(installed.folder() + ", sha256:" + installed.sha256());
    assertThat(installed.folder().resolve("tiny/ball.xml")).hasContent("<mujoco/>");
  }

  @Test
  void whatIsNoWheelIsToldWithAFix() throws IOException {
    assertThat(Shell.run("tasks", "fetch", "tiny").exit()).isEqualTo(2);
    Shell.Result other = Shell.run("tasks", "fetch", "small==1.0", "--from", wheel().toString());
    assertThat(other.exit()).isEqualTo(3);
    assertThat(other.err()).contains("is not the wheel small==1.0", "--from FILE");
  }

  @Test
  void pipDownloadsOneWheelWithoutDependencies() throws IOException {
    Path said = folder.resolve("said");
    Wheels.Installed installed =
        pip("echo \"$@\" >"
                + said
                + "\nwhile [ \"$1\" != --dest ]; do shift; done\nmkdir -p \"$2\"\ncp "
                + wheel()
                + " \"$2\"")
            .download(TINY);
    assertThat(installed.folder().resolve("tiny/ball.xml")).exists();
    assertThat(Files.readString(said))
        .startsWith("-m pip ")
        .contains("--no-deps", "--only-binary=:all:")
        .endsWith(" tiny==1.0\n");
  }

  @Test
  void failureOfPipIsItsLastLine() throws IOException {
    WheelDownload failing = pip("echo first; echo 'ERROR: no network' >&2; exit 1");
    assertThatThrownBy(() -> failing.download(TINY))
        .hasMessage("pip could not download it: ERROR: no network");
    WheelDownload empty = pip("exit 0");
    assertThatThrownBy(() -> empty.download(TINY)).hasMessageContaining("pip wrote no wheel");
    assertThat(Wheels.find(TINY)).isEmpty();
  }

  @Test
  void unknownWheelIsNotFetchedUnasked() throws IOException {
    pip("exit 1").fetch(TINY);
    assertThat(Wheels.find(TINY)).isEmpty();
  }
}
