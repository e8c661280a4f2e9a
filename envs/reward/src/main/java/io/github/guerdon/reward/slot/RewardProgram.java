package io.github.guerdon.reward.slot;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A reward as the critic compiled it: one class that implements {@link SlotReward}, and what it
 * reads and writes.
 */
public final class RewardProgram {

  /** The longest class file that a program may have, in bytes. */
  public static final int MAX_CLASS_BYTES = 1 << 18;

  private final byte[] classFile;
  private final String className;
  private final SlotTable table;
  private final List<String> terms;
  private final boolean readsStart;

  /**
   * Makes a program.
   *
   * @param className the class's binary name
   * @param classFile the bytes of the one class, with a public constructor without parameters
   * @param table what it reads, of before, after and start alike
   * @param terms its terms' normal names, by number
   * @param readsStart whether it asks for the episode's first state
   */
  public RewardProgram(
      String className, byte[] classFile, SlotTable table, List<String> terms, boolean readsStart) {
    if (classFile.length > MAX_CLASS_BYTES) {
      throw new IllegalArgumentException(
          "class of " + classFile.length + " bytes; at most " + MAX_CLASS_BYTES + " are allowed");
    }
    this.className = className;
    this.classFile = classFile.clone();
    this.table = table;
    this.terms = List.copyOf(terms);
    this.readsStart = readsStart;
  }

  /** Returns the class's binary name. */
  public String className() {
    return className;
  }

  /** Returns a copy of the class's bytes. */
  public byte[] classFile() {
    return classFile.clone();
  }

  /** Returns what the program reads. */
  public SlotTable table() {
    return table;
  }

  /** Returns the terms' normal names, by number. */
  public List<String> terms() {
    return terms;
  }

  /** Returns whether it asks for the episode's first state. */
  public boolean readsStart() {
    return readsStart;
  }

  /** Writes the program, to a pipe and never to a file. */
  public void write(DataOutput out) throws IOException {
    out.writeUTF(className);
    out.writeInt(classFile.length);
    out.write(classFile);
    table.write(out);
    out.writeInt(terms.size());
    for (String term : terms) {
      out.writeUTF(term);
    }
    out.writeBoolean(readsStart);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException if the class is longer than allowed
   */
  public static RewardProgram read(DataInput in) throws IOException {
    String className = in.readUTF();
    int length = in.readInt();
    if (length < 0 || length > MAX_CLASS_BYTES) {
      throw new IOException(
          "class of " + length + " bytes; at most " + MAX_CLASS_BYTES + " are allowed");
    }
    byte[] classFile = new byte[length];
    in.readFully(classFile);
    SlotTable table = SlotTable.read(in);
    List<String> terms = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      terms.add(in.readUTF());
    }
    return new RewardProgram(className, classFile, table, terms, in.readBoolean());
  }
}
