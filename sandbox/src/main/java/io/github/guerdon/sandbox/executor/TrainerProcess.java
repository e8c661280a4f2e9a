package io.github.guerdon.sandbox.executor;

import io.github.guerdon.env.model.ChildJvm;
import io.github.guerdon.sandbox.training.SandboxException;
import io.github.guerdon.sandbox.training.WeakSandboxException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A trainer as seen from the coordinator: a child process and the two ends of its pipes. */
final class TrainerProcess implements AutoCloseable {

  private static final int SIGNALLED = 128;
  private static final int ENDS_WITHIN_SECONDS = 2;

  private final Process process;
  private final DataOutputStream out;
  private final DataInputStream in;
  private final LastWords lastWords;
  private int sandboxLevel;
  private List<String> sandboxProof = List.of();

  private TrainerProcess(Process process) {
    this.process = process;
    out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    lastWords = LastWords.of(process.getErrorStream());
  }

  /**
   * Starts a trainer and waits until it is ready.
   *
   * @param started is told the process as soon as there is one
   * @throws WeakSandboxException if it cannot seal reward processes and is not allowed to do
   *     without
   * @throws SandboxException if it does not get so far
   * @throws KilledException if somebody kills it before
   */
  static TrainerProcess start(int threads, boolean weakAllowed, Consumer<ProcessHandle> started)
      throws KilledException {
    ProcessBuilder builder =
        ChildJvm.builder(
            List.of(),
            List.of(
                "-Xmx512m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Duser.timezone=UTC"),
            TrainerMain.class,
            List.of(Integer.toString(threads), Boolean.toString(weakAllowed)));
    try {
      TrainerProcess trainer = new TrainerProcess(builder.start());
      started.accept(trainer.process.toHandle());
      trainer.hello();
      return trainer;
    } catch (IOException e) {
      throw new SandboxException("a trainer cannot be started: " + e.getMessage(), e);
    }
  }

  private void hello() throws KilledException {
    try {
      Message hello = receive();
      DataInputStream payload = hello.payload();
      if (hello.type() == Message.Type.WEAK) {
        WeakSandboxException weak = new WeakSandboxException(payload.readInt(), payload.readUTF());
        close();
        throw weak;
      }
      if (hello.type() != Message.Type.HELLO) {
        String why = payload.readUTF();
        close();
        throw new SandboxException("a trainer did not start: " + why);
      }
      sandboxLevel = payload.readInt();
      sandboxProof = List.of(payload.readUTF().split("\n", -1));
    } catch (IOException e) {
      boolean killed = endsByItself() && wasKilled();
      kill();
      String message = "a trainer did not start: it ended by " + end();
      if (killed) {
        throw new KilledException(message, e);
      }
      throw new SandboxException(message, e);
    }
  }

  /** Says that somebody killed a trainer before it was ready. */
  static final class KilledException extends Exception {

    private static final long serialVersionUID = 1L;

    KilledException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  private boolean endsByItself() {
    try {
      return process.waitFor(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  int sandboxLevel() {
    return sandboxLevel;
  }

  List<String> sandboxProof() {
    return sandboxProof;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Returns the processor time that it has used, without its cells; empty if nobody tells. */
  Optional<Duration> processorTime() {
    return process.toHandle().info().totalCpuDuration();
  }

  /** Returns the processor time that it and its living cells have used; empty if nobody tells. */
  Optional<Duration> processorTimeWithCells() {
    return processorTime()
        .map(
            own ->
                process
                    .descendants()
                    .flatMap(cell -> cell.info().totalCpuDuration().stream())
                    .reduce(own, Duration::plus));
  }

  void send(Message.Type type, Message.Content content) throws IOException {
    Message.send(out, type, content);
  }

  /** Waits for the next frame; throws an {@link IOException} once the trainer has ended. */
  Message receive() throws IOException {
    return Message.receive(in);
  }

  /** Ends the trainer and its cells with SIGKILL; for any thread. */
  void kill() {
    List<ProcessHandle> family =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    family.forEach(ProcessHandle::destroyForcibly);
  }

  /**
   * Waits until the trainer has ended and tells whether a signal ended it, which is not its own.
   */
  boolean wasKilled() {
    int exit = await();
    return exit == SIGNALLED + 9 || exit == SIGNALLED + 15 || exit == SIGNALLED + 2;
  }

  /** Says how the trainer ended, with its last words. */
  String end() {
    int exit = await();
    String how = exit > SIGNALLED ? "signal " + (exit - SIGNALLED) : "exit code " + exit;
    String words = lastWords.text();
    return words.isEmpty() ? how : how + ": " + words;
  }

  private int await() {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return process.waitFor();
        } catch (InterruptedException e) {
          interrupted = true;
          kill(); // nobody waits any more, so neither does this
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    kill();
    await();
  }
}
