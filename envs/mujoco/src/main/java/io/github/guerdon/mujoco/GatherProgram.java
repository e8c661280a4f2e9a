package io.github.guerdon.mujoco;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.List;

/**
 * Holds a list of operations in the form that the native gather reads; a row holds their values in
 * order.
 *
 * <p>Its memory is a direct buffer, so nothing must be closed.
 */
public final class GatherProgram {

  private static final int INTS_PER_OP = 4;

  private final List<GatherOp> ops;
  private final int[] offsets;
  private final int width;
  private final Stage requiredStage;
  private final boolean needsForces;
  private final long signature;
  private final IntBuffer code;

  private GatherProgram(Model model, List<GatherOp> ops) {
    this.ops = List.copyOf(ops);
    offsets = new int[ops.size()];
    code =
        ByteBuffer.allocateDirect(ops.size() * INTS_PER_OP * Integer.BYTES)
            .order(ByteOrder.nativeOrder())
            .asIntBuffer();
    signature = model.raw().signature();
    int end = 0;
    Stage stage = Stage.NONE;
    boolean forces = false;
    for (int i = 0; i < offsets.length; i++) {
      GatherOp op = this.ops.get(i);
      op.check(model);
      offsets[i] = end;
      end = Math.addExact(end, op.count());
      stage = stage.max(op.stage(model));
      forces |= op.kind() == GatherKind.FIELD && DataField.of(op.id()).ofForces();
      code.put(op.kind().code()).put(op.id()).put(op.other()).put(op.count());
    }
    code.flip();
    width = end;
    requiredStage = stage;
    needsForces = forces;
  }

  /**
   * Compiles operations for a model; the model may be closed afterwards.
   *
   * @throws IndexOutOfBoundsException if the model has no such element or slice
   */
  public static GatherProgram compile(Model model, List<GatherOp> ops) {
    return new GatherProgram(model, ops);
  }

  /** Returns the operations. */
  public List<GatherOp> ops() {
    return ops;
  }

  /** Returns the number of values in a world's row. */
  public int width() {
    return width;
  }

  /** Returns where in a row an operation's values start. */
  public int offset(int op) {
    return offsets[op];
  }

  /**
   * Returns the stage that a step must end with for all values to belong to the state that it
   * reached.
   */
  public Stage requiredStage() {
    return requiredStage;
  }

  boolean needsForces() {
    return needsForces;
  }

  /** Returns the signature of the model that it was compiled for. */
  long signature() {
    return signature;
  }

  IntBuffer code() {
    return code;
  }
}
