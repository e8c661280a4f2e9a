package io.github.guerdon.sandbox.cell;

import io.github.guerdon.reward.slot.Fuel;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;

/**
 * What the cell says of a candidate that failed.
 *
 * @param world index in the frame, −1 while loading
 * @param exception the Java class of what was thrown
 * @param line the line in the candidate's own class, 0 if none
 * @param message what was thrown says, cut to one short line
 */
record FailureReport(Kind kind, int world, String exception, int line, String message) {

  private static final int LONGEST_MESSAGE = 300;

  enum Kind {
    LIMITS,
    FUEL,
    MEMORY,
    EXCEPTION
  }

  static FailureReport limits(String message) {
    return new FailureReport(Kind.LIMITS, -1, "", 0, oneLine(message));
  }

  static FailureReport of(Throwable thrown, int world, String candidate) {
    Kind kind =
        thrown instanceof Fuel.Exhausted
            ? Kind.FUEL
            : thrown instanceof OutOfMemoryError ? Kind.MEMORY : Kind.EXCEPTION;
    int line = 0;
    for (StackTraceElement frame : thrown.getStackTrace()) {
      if (frame.getClassName().equals(candidate)) {
        line = Math.max(0, frame.getLineNumber());
        break;
      }
    }
    String message = Objects.requireNonNullElse(thrown.getMessage(), "");
    return new FailureReport(kind, world, thrown.getClass().getName(), line, oneLine(message));
  }

  void write(DataOutput out) throws IOException {
    out.writeUTF(kind.name());
    out.writeInt(world);
    out.writeUTF(exception);
    out.writeInt(line);
    out.writeUTF(message);
  }

  static FailureReport read(DataInput in) throws IOException {
    String name = in.readUTF();
    Kind kind =
        Arrays.stream(Kind.values())
            .filter(k -> k.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new WireException("bad frame: unknown kind of failure " + name));
    return new FailureReport(kind, in.readInt(), in.readUTF(), in.readInt(), in.readUTF());
  }

  private static String oneLine(String text) {
    String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE) + "…";
  }
}
