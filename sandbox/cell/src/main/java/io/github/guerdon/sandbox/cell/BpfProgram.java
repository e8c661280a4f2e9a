package io.github.guerdon.sandbox.cell;

import com.sun.jna.Memory;
import java.util.ArrayList;
import java.util.List;

/** A program for the kernel's classic packet filter, in the few instructions that filters need. */
record BpfProgram(List<Instruction> instructions) {

  /** Loads the word at offset k of the call's description into the accumulator. */
  static final int LOAD = 0x20;

  /** Keeps the accumulator's bits that are set in k. */
  static final int AND = 0x54;

  /** Jumps on whether the accumulator is k. */
  static final int JUMP_EQUAL = 0x15;

  /** Jumps on whether the accumulator is k or more, both without sign. */
  static final int JUMP_AT_LEAST = 0x35;

  /** Ends with the verdict k. */
  static final int RETURN = 0x06;

  private static final int BYTES = 8;
  private static final int LONGEST = 4096;

  /**
   * One instruction as the kernel has it.
   *
   * @param yes how many instructions to skip if a condition holds
   * @param no how many otherwise
   */
  record Instruction(int code, int yes, int no, int k) {}

  BpfProgram {
    instructions = List.copyOf(instructions);
    if (instructions.isEmpty() || instructions.size() > LONGEST) {
      throw new IllegalArgumentException(
          instructions.size() + " instructions; a filter has 1 to " + LONGEST);
    }
  }

  /** Returns the program in memory that the kernel can read: {@code struct sock_filter[]}. */
  Memory code() {
    Memory memory = new Memory((long) BYTES * instructions.size());
    for (int i = 0; i < instructions.size(); i++) {
      Instruction instruction = instructions.get(i);
      long at = (long) BYTES * i;
      memory.setShort(at, (short) instruction.code());
      memory.setByte(at + 2, (byte) instruction.yes());
      memory.setByte(at + 3, (byte) instruction.no());
      memory.setInt(at + 4, instruction.k());
    }
    return memory;
  }

  /** Collects instructions in their order. */
  static final class Writer {
    private final List<Instruction> instructions = new ArrayList<>();

    /** Loads a word. */
    Writer load(int offset) {
      return add(LOAD, 0, 0, offset);
    }

    Writer and(int mask) {
      return add(AND, 0, 0, mask);
    }

    /** Runs the next so many instructions only if the accumulator is this. */
    Writer ifEqual(int value, int next) {
      return add(JUMP_EQUAL, 0, next, value);
    }

    /** Runs the next so many instructions only if the accumulator is not this. */
    Writer unlessEqual(int value, int next) {
      return add(JUMP_EQUAL, next, 0, value);
    }

    Writer ifAtLeast(int value, int next) {
      return add(JUMP_AT_LEAST, 0, next, value);
    }

    Writer end(int verdict) {
      return add(RETURN, 0, 0, verdict);
    }

    BpfProgram program() {
      return new BpfProgram(instructions);
    }

    private Writer add(int code, int yes, int no, int k) {
      instructions.add(new Instruction(code, yes, no, k));
      return this;
    }
  }
}
