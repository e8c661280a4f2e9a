package io.github.guerdon.critic.reviewer;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A reviewer as seen from its parent: the process, its pipes, its empty folder and its end.
 *
 * <p>Pipes are read and written on threads that can be left behind, so that no wait depends on what
 * a child, or whoever else holds its pipes, does.
 */
final class Child implements AutoCloseable {

  private static final Duration ENDS_WITHIN = Duration.ofSeconds(2);
  private static final int OUT_OF_MEMORY = 3;
  private static final int SIGNALLED = 128;
  private static final int SIGKILL = 9;
  private static final int SIGTERM = 15;
  private static final String SIMPLER = "; write a shorter, simpler source";

  private final ReviewerSettings settings;
  private final Process process;
  private final Path folder;
  private final Frames frames;
  private final LastWords lastWords;
  private final FutureTask<byte[]> greeting;
  private long sequence;
  private boolean killedHere;

  private Child(ReviewerSettings settings, Process process, Path folder) {
    this.settings = settings;
    this.process = process;
    this.folder = folder;
    frames =
        new Frames(
            new BufferedInputStream(process.getInputStream()),
            new BufferedOutputStream(process.getOutputStream()));
    lastWords = new LastWords(process.getErrorStream());
    greeting = inBackground(() -> frames.receive(Frames.Type.HELLO, 0, 0));
  }

  /**
   * Starts a child and does not wait for it.
   *
   * @throws ReviewerException if no process can be started
   */
  static Child launch(ReviewerCommand command) {
    try {
      Path folder = Files.createTempDirectory("guerdon-reviewer");
      List<String> words = command.words(folder);
      ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
      builder.environment().clear();
      if (!words.stream().allMatch(StandardCharsets.US_ASCII.newEncoder()::canEncode)) {
        // Without it a JVM cannot name files with letters beyond ASCII.
        builder.environment().put("LC_ALL", "C.UTF-8");
      }
      try {
        return new Child(command.settings(), builder.start(), folder);
      } catch (IOException e) {
        Files.deleteIfExists(folder);
        throw e;
      }
    } catch (IOException e) {
      throw new ReviewerException(
          "a reviewer cannot be started ("
              + e.getMessage()
              + "); check that this machine can start the command and has room in "
              + System.getProperty("java.io.tmpdir"),
          e);
    }
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /**
   * Waits until the child is warm.
   *
   * @throws ReviewerException if it does not get so far
   * @throws LostReviewException if somebody kills it before
   */
  void awaitReady() throws InterruptedException, LostReviewException {
    try {
      greeting.get(settings.startDeadline().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      kill();
      throw notStarted("it was not ready after " + seconds(settings.startDeadline()), e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof WireException wrong) {
        kill();
        throw notStarted("it sent " + wrong.getMessage(), e);
      }
      String end = end();
      kill();
      if (wasKilled()) {
        throw new LostReviewException(end + " before it was ready", notStarted(end, e), true);
      }
      throw notStarted(end, e);
    }
  }

  private ReviewerException notStarted(String how, Exception cause) throws InterruptedException {
    String words = lastWords();
    return new ReviewerException(
        "a reviewer did not start: "
            + how
            + (words.isEmpty() ? "" : " (" + words + ")")
            + "; check that "
            + System.getProperty("java.home")
            + " runs and that "
            + settings.heapMegabytes()
            + " MB and more are free",
        cause);
  }

  /**
   * Sends a request and waits for the payload of its answer.
   *
   * @throws LostReviewException if none comes; the child is dead then
   */
  byte[] ask(byte[] request) throws LostReviewException, InterruptedException {
    long number = ++sequence;
    FutureTask<byte[]> answer =
        inBackground(
            () -> {
              frames.send(Frames.Type.REVIEW, number, request);
              return frames.receive(Frames.Type.VERDICT, number, Frames.LARGEST_ANSWER);
            });
    try {
      return answer.get(settings.deadline().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      kill();
      throw new LostReviewException(
          "the review took longer than " + seconds(settings.deadline()) + SIMPLER, e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof WireException wrong) {
        throw garbage(wrong);
      }
      String end = end();
      throw new LostReviewException(end + " while it read this" + SIMPLER, e, wasKilled());
    }
  }

  /** Ends a child that sent what no reviewer sends. */
  LostReviewException garbage(WireException wrong) {
    kill();
    return new LostReviewException("the reviewer's answer was no verdict" + SIMPLER, wrong);
  }

  /** Returns what the child said last on its standard error, on one printable line. */
  String lastWords() throws InterruptedException {
    return lastWords.text();
  }

  /** Says how the child ended, which it is about to have done; if not, it is made to. */
  private String end() throws InterruptedException {
    if (!process.waitFor(ENDS_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
      killedHere = true;
      kill();
      return "the reviewer closed its pipes and did not end";
    }
    int code = process.exitValue();
    if (code == OUT_OF_MEMORY) {
      return "the reviewer ran out of memory (" + settings.heapMegabytes() + " MB)";
    }
    return code > SIGNALLED
        ? "the reviewer was ended by signal " + (code - SIGNALLED)
        : "the reviewer ended with exit code " + code;
  }

  /** Tells whether it ended by a signal that neither it nor this sends to itself. */
  private boolean wasKilled() {
    return !killedHere
        && (process.exitValue() == SIGNALLED + SIGKILL
            || process.exitValue() == SIGNALLED + SIGTERM);
  }

  private static String seconds(Duration duration) {
    return duration.toMillis() % 1000 == 0
        ? duration.toSeconds() + " s"
        : duration.toMillis() / 1000.0 + " s";
  }

  private static <T> FutureTask<T> inBackground(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(task, "reviewer-pipes");
    thread.setDaemon(true);
    thread.start();
    return task;
  }

  private void kill() {
    List<ProcessHandle> family =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    family.forEach(ProcessHandle::destroyForcibly);
  }

  /** Kills and reaps the child and removes its folder. */
  @Override
  public void close() {
    kill();
    boolean interrupted = false;
    try {
      boolean ended = false;
      while (!ended) {
        try {
          process.waitFor(ENDS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
          ended = true;
        } catch (InterruptedException e) {
          interrupted = true; // a killed process is quick
        }
      }
      Folders.delete(folder);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
