package io.github.guerdon.sandbox.cell;

import io.github.guerdon.reward.slot.RewardProgram;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;

/** One step of many worlds on its way to a cell and back; its buffers are reused. */
public final class Frame {

  private final FrameShape shape;
  private final ByteBuffer message;
  private final DoubleBuffer doubles;
  private final double[] gathered;
  private final byte[] flags;
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
    gathered = new double[shape.maxWorlds() * shape.width()];
    flags = new byte[shape.maxWorlds()];
    terms = new double[shape.maxWorlds() * shape.terms()];
  }

  /** Makes an empty frame for a program and its spec. */
  public static Frame of(RewardProgram program, CellSpec spec) {
    return new Frame(FrameShape.of(program, spec));
  }

  /**
   * Fills in a step.
   *
   * @param worlds how many, at most the spec's
   * @param before rows [worlds × rowWidth] of the states in which the actions were chosen
   * @param after rows of the states that the step reached
   * @param start rows of the episodes' first states; may be empty if the program does not read them
   * @param rowWidth a row's length in doubles
   * @param projection for each double of the program's own layout its index in such a row
   * @param controls [worlds × actuators] in actuator units
   * @param previous the step before's controls, 0 at an episode's first step
   * @param terminal [worlds] whether the state after is terminal (not merely truncated)
   */
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
    if (worlds < 1 || worlds > shape.maxWorlds()) {
      throw new IllegalArgumentException(
          "worlds is %d; it must be in [1, %d], the spec's maxWorlds"
              .formatted(worlds, shape.maxWorlds()));
    }
    if (projection.length != shape.width()) {
      throw new IllegalArgumentException(
          "projection has %d entries; the program's row has %d"
              .formatted(projection.length, shape.width()));
    }
    this.worlds = worlds;
    doubles.clear();
    gather(before, rowWidth, projection);
    gather(after, rowWidth, projection);
    if (shape.start()) {
      gather(start, rowWidth, projection);
    }
    doubles.put(controls, 0, worlds * shape.actuators());
    doubles.put(previous, 0, worlds * shape.actuators());
    for (int world = 0; world < worlds; world++) {
      flags[world] = (byte) (terminal[world] ? 1 : 0);
    }
    message.clear().putInt(Link.HEADER, worlds).putInt(Link.HEADER + 4, 0);
    message.position(Link.HEADER + 8 + doubles.position() * Double.BYTES).put(flags, 0, worlds);
  }

  /** Returns how many worlds the frame was last filled with, 0 if never. */
  public int worlds() {
    return worlds;
  }

  /** Returns the number of terms of a world. */
  public int termsCount() {
    return shape.terms();
  }

  /**
   * Returns the terms of the last evaluation, row-major [worlds × termsCount]: the frame's own
   * array, as long as the most worlds need.
   */
  public double[] terms() {
    return terms;
  }

  FrameShape shape() {
    return shape;
  }

  /** Returns the filled message, its position at its end. */
  ByteBuffer message() {
    return message.position(Link.HEADER + shape.stepBytes(worlds));
  }

  void accept(ByteBuffer payload) throws WireException {
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

  private void gather(double[] rows, int rowWidth, int[] projection) {
    int next = 0;
    for (int world = 0; world < worlds; world++) {
      int row = world * rowWidth;
      for (int index : projection) {
        gathered[next++] = rows[row + index];
      }
    }
    doubles.put(gathered, 0, next);
  }
}
