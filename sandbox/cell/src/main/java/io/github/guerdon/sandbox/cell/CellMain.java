package io.github.guerdon.sandbox.cell;

import com.sun.jna.LastErrorException;
import io.github.guerdon.reward.slot.RewardProgram;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The cell's main: limits and seals itself, loads one candidate and answers its frames until the
 * pipe closes.
 *
 * <p>Exit codes (all but the launcher's own kill are failures of the cell): 0 the pipe was closed,
 * 2 a bad frame, 3 out of memory (set by the JVM).
 */
final class CellMain {

  private final Link link;
  private long sequence;
  private String candidate = "";
  private @Nullable Evaluator evaluator;

  private CellMain(Link link) {
    this.link = link;
  }

  /** Runs the cell; takes no arguments. */
  public static void main(String[] arguments) {
    FileInputStream in = new FileInputStream(FileDescriptor.in);
    FileOutputStream out = new FileOutputStream(FileDescriptor.out);
    // What prints or reads must not touch the frames.
    System.setIn(InputStream.nullInputStream());
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    int code = 0;
    try {
      new CellMain(Link.answering(in.getChannel(), out.getChannel(), new Input())).run();
    } catch (EOFException closed) {
      code = 0;
    } catch (IOException e) {
      System.err.println(e.getMessage());
      code = 2;
    }
    // Not exit: a candidate's threads and hooks have no say.
    Runtime.getRuntime().halt(code);
  }

  private void run() throws IOException {
    begin(SealOrder.read(Link.fields(link.receive(sequence))));
    while (true) {
      ByteBuffer payload = link.receive(++sequence);
      try {
        answer(payload);
      } catch (WireException e) {
        throw e;
      } catch (Throwable e) { // One of the two places for it: whatever a candidate throws is data.
        int world = evaluator == null ? -1 : evaluator.world();
        FailureReport report = FailureReport.of(e, world, candidate);
        link.send(Link.FAILURE, sequence, Link.message(report::write));
      }
    }
  }

  private void begin(SealOrder order) throws IOException {
    try {
      Greeting greeting = order.carryOut();
      link.send(Link.HELLO, sequence, Link.message(greeting::write));
    } catch (IOException | LastErrorException e) {
      FailureReport report = FailureReport.limits(e.toString());
      link.send(Link.FAILURE, sequence, Link.message(report::write));
    }
  }

  private void answer(ByteBuffer payload) throws IOException {
    if (link.type() == Link.STEP && evaluator != null) {
      link.send(Link.TERMS, sequence, evaluator.step(payload));
    } else if (link.type() == Link.LOAD && evaluator == null) {
      DataInputStream fields = Link.fields(payload);
      RewardProgram program = RewardProgram.read(fields);
      CellSpec spec = CellSpec.read(fields);
      candidate = program.className();
      evaluator = new Evaluator(program, spec);
      link.send(Link.READY, sequence, Link.buffer(0).position(Link.HEADER));
    } else {
      throw new WireException("bad frame: type " + link.type() + " is not expected now");
    }
  }

  /** Standard input; what the JDK asks a stream for is refused in a sealed process. */
  private static final class Input implements EagerWait.Arrival {

    private static final int DESCRIPTOR = 0;

    private final int[] asked = {DESCRIPTOR, LibC.POLLIN};

    @Override
    public boolean isHere() {
      return LibC.poll(asked, 1, 0) != 0;
    }
  }
}
