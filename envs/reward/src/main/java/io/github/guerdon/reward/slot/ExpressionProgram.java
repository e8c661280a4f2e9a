package io.github.guerdon.reward.slot;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A task's scalar expressions as compiled: one class that implements {@link SlotExpressions}, and
 * what it reads.
 */
public final class ExpressionProgram {

  private final String className;
  private final byte[] classFile;
  private final SlotTable table;
  private final int count;

  /**
   * Makes a program.
   *
   * @param className the class's binary name
   * @param classFile the bytes of the one class, with a public constructor without parameters
   * @param table what it reads
   * @param count how many expressions it evaluates
   */
  public ExpressionProgram(String className, byte[] classFile, SlotTable table, int count) {
    this.className = className;
    this.classFile = classFile.clone();
    this.table = table;
    this.count = count;
  }

  /** Returns what the program reads. */
  public SlotTable table() {
    return table;
  }

  /** Returns how many expressions it evaluates. */
  public int count() {
    return count;
  }

  /**
   * Loads the class into a loader of its own; only for expressions of a task file, which its user
   * wrote.
   */
  public SlotExpressions load() {
    return ProgramLoader.load(className, classFile, SlotExpressions.class);
  }

  /** Writes the program. */
  public void write(DataOutput out) throws IOException {
    out.writeUTF(className);
    out.writeInt(classFile.length);
    out.write(classFile);
    table.write(out);
    out.writeInt(count);
  }

  /** Reads what {@link #write} wrote. */
  public static ExpressionProgram read(DataInput in) throws IOException {
    String className = in.readUTF();
    byte[] classFile = new byte[in.readInt()];
    in.readFully(classFile);
    return new ExpressionProgram(className, classFile, SlotTable.read(in), in.readInt());
  }
}
