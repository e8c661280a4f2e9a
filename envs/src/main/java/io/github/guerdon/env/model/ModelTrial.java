package io.github.guerdon.env.model;

import io.github.guerdon.env.file.TaskException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Has a child process load a model for the first time: a model that hangs MuJoCo, eats the
 * machine's memory or crashes does so there, and what it says of the model is an error with a
 * place.
 */
public final class ModelTrial {

  /** How many seconds a model may take; a system property, for models that need longer. */
  static final String DEADLINE = "guerdon.model.deadline";

  /** What a model and one world of it may take; robots of a hundred meshes take a tenth. */
  private static final int MEGABYTES = 4096;

  private static final Duration USUAL = Duration.ofSeconds(60);
  private static final int LONGEST_ANSWER = 4096;
  private static final int SIGNALLED = 128;

  /** Sums of the models that were sound, once a process. */
  private static final Set<String> SOUND = ConcurrentHashMap.newKeySet();

  private ModelTrial() {}

  /**
   * Returns if a model loads, makes a world and moves. One that every set-up has is not tried.
   *
   * @throws TaskException if it does not, or not within the deadline and the memory
   */
  public static void check(ModelSource.Found found) throws TaskException {
    if (found.known()) {
      return;
    }
    Path model = found.file();
    try {
      Digest sum = new Digest();
      for (Path file : ModelFiles.of(model, found.root())) {
        sum.add(Files.readAllBytes(file));
      }
      String name = sum.hex();
      if (!SOUND.contains(name)) {
        run(model);
        SOUND.add(name);
      }
    } catch (IOException e) {
      throw new TaskException(
          model + ": the model cannot be tried (" + e.getMessage() + "); check its permissions");
    }
  }

  private static void run(Path model) throws TaskException, IOException {
    long seconds = Long.getLong(DEADLINE, USUAL.toSeconds());
    Process child = start(model);
    boolean interrupted = false;
    try {
      boolean ended = false;
      try {
        ended = child.waitFor(seconds, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
      if (!ended) {
        throw refusal(
            model,
            "MuJoCo has not loaded the model within "
                + seconds
                + " s; look for counts and sizes that are too large, or set -D"
                + DEADLINE
                + "=SECONDS in GUERDON_JAVA_OPTS");
      }
      answer(model, child);
    } finally {
      child.destroyForcibly();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void answer(Path model, Process child) throws TaskException, IOException {
    String said;
    try (InputStream out = child.getInputStream()) {
      said = new String(out.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
    }
    if (said.equals(ModelTrialMain.SOUND)) {
      return;
    } else if (said.startsWith(ModelTrialMain.REFUSED)) {
      throw ModelSource.refusal(model, said.substring(ModelTrialMain.REFUSED.length()));
    }
    int code = child.exitValue();
    throw refusal(
        model,
        "MuJoCo cannot hold the model: its process ended "
            + (code > SIGNALLED ? "by signal " + (code - SIGNALLED) : "with exit code " + code)
            + ", with "
            + MEGABYTES
            + " MB of memory allowed; look for counts and sizes that are too large");
  }

  private static TaskException refusal(Path model, String sentence) {
    return new TaskException(model + ":1:1: " + sentence);
  }

  private static Process start(Path model) throws IOException {
    Process child =
        ChildJvm.builder(
                List.of(
                    "/bin/sh",
                    "-c",
                    // Where a system has no such limit, the deadline alone must do.
                    "ulimit -d \"$0\" 2>/dev/null; exec \"$@\"",
                    Long.toString(MEGABYTES * 1024L)),
                List.of(
                    "-Xmx64m",
                    // JavaCPP would stop at four times the heap, which a robot's meshes come to.
                    "-Dorg.bytedeco.javacpp.maxbytes=0",
                    "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
                    "-XX:TieredStopAtLevel=1",
                    // Standard output is for the answer alone.
                    "-XX:+DisplayVMOutputToStderr"),
                ModelTrialMain.class,
                List.of(model.toAbsolutePath().toString()))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    child.getOutputStream().close();
    return child;
  }
}
