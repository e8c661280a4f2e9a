package io.github.guerdon.sandbox.cell;

import io.github.guerdon.reward.slot.RewardProgram;
import io.github.guerdon.sandbox.cell.CellFailure.Cause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One candidate in a process of its own. For one thread at a time; {@link #close} may come from
 * any.
 */
public final class Cell implements AutoCloseable {

  private static final int EXIT_BAD_FRAME = 2;
  private static final int EXIT_OUT_OF_MEMORY = 3;
  private static final int EXIT_BY_SIGNAL = 128;

  private final CellProcess process;
  private final Link link;
  private final CellSettings settings;
  private final Consumer<Cell> onClose;
  private final Deadline deadline = new Deadline();
  private final Frame frame;
  private List<String> limits = List.of();
  private long sequence;
  private @Nullable CellFailure failure;
  private volatile boolean closed;

  Cell(
      CellProcess process,
      long nonce,
      CellSettings settings,
      FrameShape shape,
      Consumer<Cell> onClose) {
    this.process = process;
    this.settings = settings;
    this.onClose = onClose;
    link = process.link(nonce);
    frame = new Frame(shape);
  }

  /**
   * Lets the cell limit itself and waits for its proof.
   *
   * @throws UncheckedIOException if there is none; no candidate was sent, so it is not to blame
   */
  void begin(Limits request) {
    try {
      ByteBuffer hello =
          exchange(Link.message(request::write), Link.BEGIN, Link.HELLO, settings.loadDeadline());
      limits = List.of(Link.fields(hello).readUTF().split("\n"));
    } catch (CellFailure | IOException e) {
      throw new UncheckedIOException(
          "a reward cell cannot be started: " + e.getMessage(), new IOException(e));
    }
  }

  /** Sends the candidate and waits until it is loaded. */
  void load(RewardProgram program, CellSpec spec) throws CellFailure {
    ByteBuffer message;
    try {
      message =
          Link.message(
              out -> {
                program.write(out);
                spec.write(out);
              });
    } catch (IOException e) {
      throw new IllegalArgumentException("the program cannot be sent: " + e.getMessage(), e);
    }
    exchange(message, Link.LOAD, Link.READY, settings.loadDeadline());
  }

  /** Returns a frame of this cell's shape: the cell's own, always the same. */
  public Frame frame() {
    return frame;
  }

  /**
   * Evaluates a filled frame; its terms are in the frame afterwards, whatever their values.
   *
   * @param worlds the number of worlds that the frame was filled with
   * @throws CellFailure if the candidate failed; the cell has ended then and throws the same again
   */
  public void evaluate(int worlds, Frame frame) throws CellFailure {
    if (!frame.shape().equals(this.frame.shape())) {
      throw new IllegalArgumentException(
          "frame has shape " + frame.shape() + "; this cell's is " + this.frame.shape());
    }
    if (worlds < 1 || worlds != frame.worlds()) {
      throw new IllegalArgumentException(
          "worlds is " + worlds + ", but the frame is filled with " + frame.worlds());
    }
    ByteBuffer terms = exchange(frame.message(), Link.STEP, Link.TERMS, settings.frameDeadline());
    try {
      frame.accept(terms);
    } catch (WireException e) {
      throw fail(new CellFailure.Protocol(), -1, e.getMessage());
    }
  }

  /** Returns the process's id. */
  public long pid() {
    return process.pid();
  }

  /** Returns how strongly the process is sealed: 0, a plain process with limits. */
  public int sandboxLevel() {
    return 0;
  }

  /** Returns what the cell proved of itself when it started, a phrase each. */
  public List<String> limits() {
    return limits;
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
    if (deadline.missed()) {
      process.kill();
    }
  }

  private ByteBuffer exchange(ByteBuffer message, int request, int answer, Duration within)
      throws CellFailure {
    if (failure != null) {
      throw failure;
    }
    if (closed) {
      throw new IllegalStateException("cell " + pid() + " is closed; start another");
    }
    deadline.set(within);
    try {
      link.send(request, sequence, message);
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
      if (closed) {
        throw new IllegalStateException("cell " + pid() + " was closed while it worked", e);
      }
      throw deadline.lift() ? ended(e) : late(within);
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

  private CellFailure fail(Cause cause, int world, String message) {
    process.close();
    String words = process.lastWords();
    failure =
        new CellFailure(
            cause, world, words.isEmpty() ? message : message + " (it said: " + words + ")");
    return failure;
  }
}
