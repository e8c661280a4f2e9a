package io.github.guerdon.sandbox.cell;

import io.github.guerdon.sandbox.cell.CellFailure.Cause;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Questions to a cell's process and its answers, each with a deadline that ends in a kill. For one
 * thread at a time; {@link #close} and {@link #killIfLate} may come from any.
 */
final class Dialogue implements AutoCloseable {

  private static final int EXIT_BAD_FRAME = 2;
  private static final int EXIT_OUT_OF_MEMORY = 3;
  private static final int EXIT_BY_SIGNAL = 128;

  private final CellProcess process;
  private final Link link;
  private final CellSettings settings;
  private final Consumer<Dialogue> onClose;
  private final Deadline deadline = new Deadline(System::nanoTime);
  private long sequence;
  private @Nullable CellFailure failure;
  private volatile boolean closed;

  Dialogue(CellProcess process, long nonce, CellSettings settings, Consumer<Dialogue> onClose) {
    this.process = process;
    this.settings = settings;
    this.onClose = onClose;
    link = process.link(nonce);
  }

  /**
   * Sends a message and waits for its answer.
   *
   * @throws CellFailure if none came, or another; the process has ended then
   */
  ByteBuffer exchange(ByteBuffer message, int request, int answer, Duration within)
      throws CellFailure {
    ask(message, request, within);
    return answer(answer, within);
  }

  /**
   * Sends a message; its answer has to be taken before the next.
   *
   * @param within the deadline of the answer, which runs from now on
   * @throws CellFailure if it cannot be sent; the process has ended then
   */
  void ask(ByteBuffer message, int request, Duration within) throws CellFailure {
    checkOpen();
    deadline.set(within);
    try {
      link.send(request, sequence, message);
    } catch (IOException e) {
      throw broken(e, within);
    }
  }

  private void checkOpen() throws CellFailure {
    if (failure != null) {
      throw failure;
    }
    if (closed) {
      throw new IllegalStateException("cell " + process.pid() + " is closed; start another");
    }
  }

  /**
   * Waits for the answer to the last message.
   *
   * @throws CellFailure if none came, or another; the process has ended then
   */
  ByteBuffer answer(int answer, Duration within) throws CellFailure {
    checkOpen();
    try {
      ByteBuffer payload = link.receive(sequence++);
      if (!deadline.lift()) {
        throw late(within);
      }
      if (link.type() == answer) {
        return payload;
      }
      if (link.type() == Link.FAILURE) {
        throw reported(FailureReport.read(Link.fields(payload)));
      }
      throw new WireException("bad frame: type " + link.type() + " instead of " + answer);
    } catch (WireException e) {
      throw deadline.lift() ? fail(new CellFailure.Protocol(), -1, e.getMessage()) : late(within);
    } catch (IOException e) {
      throw broken(e, within);
    }
  }

  private CellFailure broken(IOException e, Duration within) {
    if (closed) {
      throw new IllegalStateException("cell " + process.pid() + " was closed while it worked", e);
    }
    return deadline.lift() ? ended(e) : late(within);
  }

  CellProcess process() {
    return process;
  }

  CellSettings settings() {
    return settings;
  }

  /** Returns whether a question would reach a living process. */
  boolean isOpen() {
    return !closed && failure == null && process.isAlive();
  }

  /** Ends the process and waits until it is gone. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      process.close();
      onClose.accept(this);
    }
  }

  /** Kills the process if its answer is late; for the watchdog's thread. */
  void killIfLate() {
    if (deadline.missed(() -> KernelView.processorTime(process.pid()))) {
      process.kill();
    }
  }

  private CellFailure late(Duration within) {
    return fail(
        new CellFailure.Timeout(within),
        -1,
        "no answer within " + within.toMillis() + " ms; the cell was killed");
  }

  private CellFailure reported(FailureReport report) {
    Cause cause =
        switch (report.kind()) {
          case FUEL -> new CellFailure.Fuel();
          case MEMORY -> new CellFailure.Memory();
          case EXCEPTION -> new CellFailure.Thrown(report.exception(), report.line());
          case LIMITS -> new CellFailure.Protocol();
        };
    String what = report.exception().replaceAll("^.*[.$]", "");
    String where = report.line() > 0 ? " in line " + report.line() : "";
    String said = report.message().isEmpty() ? "" : ": " + report.message();
    return fail(cause, report.world(), (what + where + said).replaceAll("^: ", ""));
  }

  /** Says how a process ended that closed its pipe. */
  private CellFailure ended(IOException broken) {
    OptionalInt exit = process.exitCode();
    if (exit.isEmpty()) {
      return fail(new CellFailure.Protocol(), -1, "the cell's pipe broke: " + broken.getMessage());
    }
    int code = exit.getAsInt();
    if (code == EXIT_OUT_OF_MEMORY) {
      return fail(
          new CellFailure.Memory(), -1, "more than " + settings.heapMegabytes() + " MiB of memory");
    }
    if (code > EXIT_BY_SIGNAL) {
      int signal = code - EXIT_BY_SIGNAL;
      return fail(new CellFailure.Killed(signal), -1, "the cell was ended by signal " + signal);
    }
    String why = code == EXIT_BAD_FRAME ? " after a bad frame" : "";
    return fail(
        new CellFailure.Protocol(), -1, "the cell ended by itself with exit code " + code + why);
  }

  /** Ends the process and makes this the answer to all questions from now on. */
  CellFailure fail(Cause cause, int world, String message) {
    process.close();
    String words = process.lastWords();
    failure =
        new CellFailure(
            cause, world, words.isEmpty() ? message : message + " (it said: " + words + ")");
    return failure;
  }
}
