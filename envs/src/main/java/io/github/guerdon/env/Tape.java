package io.github.guerdon.env;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What something that goes on later has to remember. Each object that holds state passes it through
 * a tape, field by field: a recording tape takes it down, a replaying one puts it back. It is one
 * method for both, so that they cannot differ.
 *
 * <p>Arrays are replaced in place and must have their length before a tape is replayed into them.
 */
public final class Tape {

  private final @Nullable DataOutput out;
  private final @Nullable DataInput in;

  private Tape(@Nullable DataOutput out, @Nullable DataInput in) {
    this.out = out;
    this.in = in;
  }

  /** Makes a tape that takes down. */
  public static Tape recording(DataOutput out) {
    return new Tape(out, null);
  }

  /** Makes a tape that puts back what was taken down in the same order. */
  public static Tape replaying(DataInput in) {
    return new Tape(null, in);
  }

  /** Returns whether the tape puts back. */
  public boolean replays() {
    return in != null;
  }

  /** Passes a number: returns it, or what it was. */
  public double number(double value) throws IOException {
    if (in != null) {
      return in.readDouble();
    }
    out().writeDouble(value);
    return value;
  }

  /** Passes a number. */
  public long whole(long value) throws IOException {
    if (in != null) {
      return in.readLong();
    }
    out().writeLong(value);
    return value;
  }

  /** Passes a number. */
  public int whole(int value) throws IOException {
    long passed = whole((long) value);
    if (passed != (int) passed) {
      throw new IOException("a tape says " + passed + " where a smaller number was taken down");
    }
    return (int) passed;
  }

  /** Passes a truth value. */
  public boolean flag(boolean value) throws IOException {
    return whole(value ? 1 : 0) != 0;
  }

  /** Passes an array. */
  public void array(double[] values) throws IOException {
    for (int i = 0; i < values.length; i++) {
      values[i] = number(values[i]);
    }
  }

  /** Passes an array. */
  public void array(float[] values) throws IOException {
    for (int i = 0; i < values.length; i++) {
      values[i] = single(values[i]);
    }
  }

  /** Passes a whole buffer, from 0 to its limit. */
  public void buffer(FloatBuffer values) throws IOException {
    for (int i = 0; i < values.limit(); i++) {
      values.put(i, single(values.get(i)));
    }
  }

  private float single(float value) throws IOException {
    if (in != null) {
      return in.readFloat();
    }
    out().writeFloat(value);
    return value;
  }

  /** Passes an array. */
  public void array(int[] values) throws IOException {
    for (int i = 0; i < values.length; i++) {
      values[i] = whole(values[i]);
    }
  }

  /** Passes an array. */
  public void array(long[] values) throws IOException {
    for (int i = 0; i < values.length; i++) {
      values[i] = whole(values[i]);
    }
  }

  /**
   * Passes a collection of values that do not change.
   *
   * @param blank any value of their shape
   * @param pass passes one value's fields and returns the value that they make
   */
  public <T> void all(Collection<T> items, T blank, Passing<T> pass) throws IOException {
    int size = whole(items.size());
    if (size < 0) {
      throw new IOException("a tape says that there are " + size + " values");
    }
    List<T> given =
        replays() ? IntStream.range(0, size).mapToObj(i -> blank).toList() : List.copyOf(items);
    items.clear();
    for (T one : given) {
      items.add(pass.pass(this, one));
    }
  }

  private DataOutput out() {
    if (out == null) {
      throw new IllegalStateException("a tape either records or replays");
    }
    return out;
  }

  /**
   * Passes a value's fields.
   *
   * @param <T> the value's class
   */
  @FunctionalInterface
  public interface Passing<T> {

    /** Returns the value that the passed fields make. */
    T pass(Tape tape, T value) throws IOException;
  }
}
