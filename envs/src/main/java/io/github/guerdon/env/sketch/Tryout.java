package io.github.guerdon.env.sketch;

import io.github.guerdon.mujoco.Batch;
import io.github.guerdon.mujoco.BatchSettings;
import io.github.guerdon.mujoco.DataField;
import io.github.guerdon.mujoco.GatherOp;
import io.github.guerdon.mujoco.GatherProgram;
import io.github.guerdon.mujoco.Model;
import io.github.guerdon.mujoco.Stage;
import io.github.guerdon.mujoco.StateComponent;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Moves a model, so that what is written about it is about what it does. */
final class Tryout implements AutoCloseable {

  private static final List<DataField> READ =
      List.of(
          DataField.XPOS,
          DataField.SITE_XPOS,
          DataField.GEOM_XPOS,
          DataField.GEOM_XMAT,
          DataField.XAXIS);

  private final Batch batch;
  private final GatherProgram program;
  private final DoubleBuffer gathered;

  private Tryout(Model model, Batch batch, int worlds) {
    this.batch = batch;
    program =
        GatherProgram.compile(
            model, READ.stream().map(f -> GatherOp.field(f, 0, f.size(model))).toList());
    gathered =
        ByteBuffer.allocateDirect(worlds * program.width() * Double.BYTES)
            .order(ByteOrder.nativeOrder())
            .asDoubleBuffer();
  }

  static Tryout open(Model model, int worlds) {
    model.autoReset(false);
    return new Tryout(model, Batch.create(model, new BatchSettings(worlds, 1, true)), worlds);
  }

  /** Where everything is in one world. */
  final class Pose {

    private final double[] row = new double[program.width()];

    private Pose(int world) {
      gathered.get(world * row.length, row);
    }

    double at(DataField field, int element, int column) {
      return row[program.offset(READ.indexOf(field)) + element * field.columns() + column];
    }
  }

  /**
   * Puts each world into its row of positions and velocities; returns where everything is in the
   * first.
   */
  Pose place(double[] qpos, double[] qvel) {
    batch.reset(IntStream.range(0, batch.worlds()).toArray(), qpos, qvel, Stage.POSITION);
    batch.gather(program, gathered);
    return pose(0);
  }

  /** Takes a control step; each world has its row of controls. */
  void step(double[] controls, int substeps) {
    int from = batch.offset(StateComponent.CTRL);
    int size = batch.size(StateComponent.CTRL);
    for (int world = 0; world < batch.worlds(); world++) {
      batch.states().put(world * batch.stateSize() + from, controls, world * size, size);
    }
    batch.step(substeps, Stage.POSITION);
    batch.gather(program, gathered);
  }

  /** Returns whether a world's simulation diverged. */
  boolean blownUp(int world) {
    return batch.blownUp(world)
        || !Arrays.stream(batch.state(world)).allMatch(x -> Math.abs(x) < 1e10);
  }

  /** Returns where everything is in a world. */
  Pose pose(int world) {
    return new Pose(world);
  }

  @Override
  public void close() {
    batch.close();
  }
}
