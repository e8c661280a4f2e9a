package io.github.guerdon.sandbox.cell;

import io.github.guerdon.reward.slot.RewardProgram;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;

/** Steps of many worlds on their way to a cell and back; its buffers are reused. */
public final class Frame {

  private final FrameShape shape;
  private final ByteBuffer message;
  private final DoubleBuffer doubles;
  private final double[] row;
  private final double[] terms;
  private int worlds;

  Frame(FrameShape shape) {
    this.shape = shape;
    message = Link.buffer(shape.stepBytes(shape.maxWorlds()));
    doubles =
        message
            .slice(Link.HEADER + 8, message.capacity() - Link.HEADER - 8)
            .order(ByteOrder.LITTLE_ENDIAN)
            .asDoubleBuffer();
    row = new double[shape.rowWidth()];
    terms = new double[shape.maxWorlds() * shape.terms()];
  }

  /** Makes an empty frame for a program and its spec. */
  public static Frame of(RewardProgram program, CellSpec spec) {
    return new Frame(FrameShape.of(program, spec));
  }

  /** Returns how many worlds of a program a frame can hold, 0 if not even one. */
  public static int mostWorlds(RewardProgram program, int actuators) {
    return FrameShape.mostWorlds(program, actuators);
  }

  /** Fills in a step of some worlds, as {@link #add} into an empty frame. */
  public void fill(
      int worlds,
      double[] before,
      double[] after,
      double[] start,
      int rowWidth,
      int[] projection,
      double[] controls,
      double[] previous,
      boolean[] terminal) {
    clear();
    add(worlds, before, after, start, rowWidth, projection, controls, previous, terminal);
  }

  /** Empties the frame, which may still wait for an answer. */
  public void clear() {
    worlds = 0;
  }

  /**
   * Adds a step of some worlds, or another step of the same.
   *
   * @param more how many, at most what the spec's maxWorlds leaves
   * @param before rows [more × rowWidth] of the states in which the actions were chosen
   * @param after rows of the states that the step reached
   * @param start rows of the episodes' first states; may be empty if the program does not read them
   * @param rowWidth a row's length in doubles
   * @param projection for each double of the program's own layout its index in such a row
   * @param controls [more × actuators] in actuator units
   * @param previous the step before's controls, 0 at an episode's first step
   * @param terminal [more] whether the state after is terminal (not merely truncated)
   */
  public void add(
      int more,
      double[] before,
      double[] after,
      double[] start,
      int rowWidth,
      int[] projection,
      double[] controls,
      double[] previous,
      boolean[] terminal) {
    if (more < 1 || more > shape.maxWorlds() - worlds) {
      throw new IllegalArgumentException(
          "worlds is %d; it must be in [1, %d], what is left of the spec's maxWorlds"
              .formatted(more, shape.maxWorlds() - worlds));
    }
    if (projection.length != shape.width()) {
      throw new IllegalArgumentException(
          "projection has %d entries; the program's row has %d"
              .formatted(projection.length, shape.width()));
    }
    doubles.clear().position(worlds * row.length);
    for (int world = 0; world < more; world++) {
      int from = world * rowWidth;
      gather(before, from, projection, 0);
      gather(after, from, projection, shape.after());
      if (shape.start()) {
        gather(start, from, projection, shape.startAt());
      }
      int actuators = shape.actuators();
      System.arraycopy(controls, world * actuators, row, shape.controls(), actuators);
      System.arraycopy(previous, world * actuators, row, shape.previous(), actuators);
      row[shape.terminal()] = terminal[world] ? 1 : 0;
      doubles.put(row);
    }
    worlds += more;
  }

  private void gather(double[] rows, int from, int[] projection, int to) {
    for (int i = 0; i < projection.length; i++) {
      row[to + i] = rows[from + projection[i]];
    }
  }

  /** Returns how many worlds the frame holds; those of several steps count each. */
  public int worlds() {
    return worlds;
  }

  /** Returns how many worlds can still be added. */
  public int room() {
    return shape.maxWorlds() - worlds;
  }

  /** Returns the number of terms of a world. */
  public int termsCount() {
    return shape.terms();
  }

  /**
   * Returns the terms of the last evaluation, row-major [worlds × termsCount], in the order in
   * which the worlds were added: the frame's own array, as long as the most worlds need.
   */
  public double[] terms() {
    return terms;
  }

  FrameShape shape() {
    return shape;
  }

  /** Returns the filled message, its position at its end. */
  ByteBuffer message() {
    message.clear().putInt(Link.HEADER, worlds).putInt(Link.HEADER + 4, 0);
    return message.position(Link.HEADER + shape.stepBytes(worlds));
  }

  /** Takes the terms of so many worlds. */
  void accept(ByteBuffer payload, int worlds) throws WireException {
    if (payload.remaining() != shape.termBytes(worlds)) {
      throw new WireException(
          "bad frame: %d bytes of terms, not %d"
              .formatted(payload.remaining(), shape.termBytes(worlds)));
    }
    payload
        .slice()
        .order(ByteOrder.LITTLE_ENDIAN)
        .asDoubleBuffer()
        .get(terms, 0, worlds * shape.terms());
  }
}
