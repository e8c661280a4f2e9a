package io.github.guerdon.env.step;

import io.github.guerdon.env.Control;
import io.github.guerdon.mujoco.Batch;
import io.github.guerdon.mujoco.BatchSettings;
import io.github.guerdon.mujoco.GatherProgram;
import io.github.guerdon.mujoco.Model;
import io.github.guerdon.mujoco.Stage;
import io.github.guerdon.mujoco.StateComponent;
import io.github.guerdon.mujoco.UnreadSensors;
import io.github.guerdon.mujoco.WarningType;
import io.github.guerdon.reward.slot.SlotLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Simulates on the CPU with MuJoCo's own thread pool; a step makes two native calls, however many
 * worlds there are.
 */
final class MujocoPhysics implements Physics {

  /** Beyond this MuJoCo calls a position or velocity bad ({@code mjMAXVAL}). */
  private static final double MAX_VALUE = 1e10;

  private final Batch batch;
  private final GatherProgram program;
  private final DoubleBuffer gathered;
  private final DoubleBuffer states;
  private final int substeps;
  private final int nu;
  private final int stateSize;
  private final int controlOffset;
  private final int motionOffset;
  private final int motionSize;
  private final Stage stepStage;
  private final Stage resetStage;

  /** What episodes that are over came to; a reset sets MuJoCo's own counters to 0. */
  private final Map<WarningType, Long> warned = new EnumMap<>(WarningType.class);

  private MujocoPhysics(Batch batch, GatherProgram program, Control control) {
    this.batch = batch;
    this.program = program;
    gathered =
        ByteBuffer.allocateDirect(
                Math.multiplyExact(Math.max(1, batch.worlds() * program.width()), Double.BYTES))
            .order(ByteOrder.nativeOrder())
            .asDoubleBuffer();
    states = batch.states();
    substeps = control.frameSkip();
    nu = batch.size(StateComponent.CTRL);
    stateSize = batch.stateSize();
    controlOffset = batch.offset(StateComponent.CTRL);
    // In a state row the velocities follow the positions.
    motionOffset = batch.offset(StateComponent.QPOS);
    motionSize = batch.size(StateComponent.QPOS) + batch.size(StateComponent.QVEL);
    boolean behind = control.derived() == Control.Derived.GYMNASIUM;
    stepStage = behind ? Stage.NONE : program.requiredStage();
    // Gymnasium's reset is a whole forward pass, which also warms the constraint solver up.
    resetStage = behind ? Stage.ACCELERATION : program.requiredStage();
  }

  /** Makes worlds of a model in its default state. */
  static MujocoPhysics open(
      Model model, Control control, SlotLayout layout, int worlds, int threads) {
    model.autoReset(false);
    GatherProgram program = GatherProgram.compile(model, GatherPlan.of(layout));
    UnreadSensors.leaveOut(model, program.ops());
    return new MujocoPhysics(
        Batch.create(model, new BatchSettings(worlds, threads, true)), program, control);
  }

  @Override
  public void reset(int[] worlds, double[] qpos, double[] qvel, IntConsumer placed, double[] rows) {
    count(worlds, warned);
    require(batch.reset(worlds, qpos, qvel, Stage.NONE));
    for (int world : worlds) {
      placed.accept(world);
    }
    if (resetStage != Stage.NONE) {
      require(batch.forward(worlds, resetStage));
    }
    gather(worlds, rows);
  }

  @Override
  public void restore(int world, double[] state, double[] rows) {
    int[] worlds = {world};
    count(worlds, warned);
    require(batch.reset(worlds, Stage.NONE));
    batch.setState(world, state);
    require(batch.forward(worlds, resetStage));
    gather(worlds, rows);
  }

  @Override
  public void resume(int world, double[] state) {
    batch.setState(world, state);
  }

  @Override
  public void place(int world, Place place, double[] values, int base) {
    states.put(index(world, place), values, base + place.from(), place.count());
  }

  @Override
  public void read(int world, Place place, double[] values, int base) {
    states.get(index(world, place), values, base + place.from(), place.count());
  }

  private int index(int world, Place place) {
    StateComponent part =
        switch (place.part()) {
          case POSITIONS -> StateComponent.QPOS;
          case MOCAP_POSITION -> StateComponent.MOCAP_POS;
          case MOCAP_ORIENTATION -> StateComponent.MOCAP_QUAT;
        };
    return world * stateSize + batch.offset(part) + place.address();
  }

  @Override
  public double[] state(int world) {
    return batch.state(world);
  }

  @Override
  public Map<WarningType, Long> warnings() {
    Map<WarningType, Long> all = new EnumMap<>(WarningType.class);
    all.putAll(warned);
    count(IntStream.range(0, batch.worlds()).toArray(), all);
    return all;
  }

  private void count(int[] worlds, Map<WarningType, Long> into) {
    for (int world : worlds) {
      for (WarningType type : WarningType.values()) {
        int raised = batch.warnings(world, type);
        if (raised > 0) {
          into.merge(type, (long) raised, Long::sum);
        }
      }
    }
  }

  private void gather(int[] worlds, double[] rows) {
    int width = program.width();
    if (width == 0) {
      return;
    }
    require(batch.gather(program, worlds, gathered));
    for (int world : worlds) {
      gathered.get(world * width, rows, world * width, width);
    }
  }

  @Override
  public void step(double[] controls, double[] rows, boolean[] blownUp) {
    for (int world = 0; world < blownUp.length; world++) {
      states.put(world * stateSize + controlOffset, controls, world * nu, nu);
    }
    require(batch.step(substeps, stepStage));
    if (program.width() > 0) {
      require(batch.gather(program, gathered));
      gathered.get(0, rows);
    }
    for (int world = 0; world < blownUp.length; world++) {
      blownUp[world] = batch.blownUp(world) || !sound(world);
    }
  }

  /**
   * MuJoCo looks at a state when it leaves it; the state that a step has just reached is ours to
   * check.
   */
  private boolean sound(int world) {
    int from = world * stateSize + motionOffset;
    for (int i = from; i < from + motionSize; i++) {
      if (!(Math.abs(states.get(i)) <= MAX_VALUE)) {
        return false;
      }
    }
    return true;
  }

  private void require(int failed) {
    if (failed == 0) {
      return;
    }
    for (int world = 0; world < batch.worlds(); world++) {
      var error = batch.error(world);
      if (error.isPresent()) {
        throw new IllegalStateException(
            "MuJoCo failed in " + failed + " worlds, first in world " + world + ": " + error.get());
      }
    }
    throw new IllegalStateException("MuJoCo failed in " + failed + " worlds without a message");
  }

  @Override
  public void close() {
    batch.close();
  }
}
