package io.github.guerdon.sandbox.cell;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Runs a filter as the kernel would, on a description of one system call. */
final class BpfInterpreter {

  private static final int DESCRIPTION_BYTES = 64;

  private BpfInterpreter() {}

  /** Returns the verdict on a call with up to six arguments: {@code struct seccomp_data}. */
  static int verdict(BpfProgram program, int architecture, int number, long... arguments) {
    ByteBuffer data = ByteBuffer.allocate(DESCRIPTION_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    data.putInt(0, number).putInt(4, architecture);
    for (int i = 0; i < arguments.length; i++) {
      data.putLong(16 + 8 * i, arguments[i]);
    }
    int accumulator = 0;
    int next = 0;
    while (true) {
      BpfProgram.Instruction instruction = program.instructions().get(next++);
      int k = instruction.k();
      switch (instruction.code()) {
        case BpfProgram.LOAD -> accumulator = data.getInt(k);
        case BpfProgram.AND -> accumulator &= k;
        case BpfProgram.JUMP_EQUAL ->
            next += accumulator == k ? instruction.yes() : instruction.no();
        case BpfProgram.JUMP_AT_LEAST ->
            next +=
                Integer.compareUnsigned(accumulator, k) >= 0 ? instruction.yes() : instruction.no();
        case BpfProgram.RETURN -> {
          return k;
        }
        default -> throw new IllegalArgumentException("unknown code " + instruction.code());
      }
    }
  }
}
