package io.github.guerdon.mujoco;

import io.github.guerdon.mujoco.bindings.MuJoCo;
import io.github.guerdon.mujoco.bindings.mjBatch;
import io.github.guerdon.mujoco.bindings.mjBatchConfig;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.IntBuffer;
import java.util.Objects;
import java.util.Optional;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.jspecify.annotations.Nullable;

/**
 * Owns many worlds of one model and computes them on its own threads.
 *
 * <p>The states are rows of one direct buffer that callers read and write between calls. Calls that
 * compute return how many worlds failed; {@link #error} has each one's text. Where worlds are
 * named, they are named once and in ascending order. The number of threads changes no result. One
 * thread at a time uses a batch. After {@link #close} every method that computes throws {@link
 * IllegalStateException}, and the buffers must not be touched: their memory is gone.
 */
public final class Batch implements AutoCloseable {

  private static final int ERROR_SIZE = 1024;
  private static final int WARNING_KINDS = WarningType.values().length;

  private final BatchSettings settings;
  private final int nq;
  private final int nv;
  private final long signature;
  private final int stateSize;
  private final int[] offsets = new int[StateComponent.values().length];
  private final int[] sizes = new int[StateComponent.values().length];
  private final DoubleBuffer states;
  private final IntBuffer warnings;
  private final IntBuffer status;
  private final IntBuffer selection;
  private @Nullable mjBatch pointer;

  private Batch(Model model, BatchSettings settings, mjBatch pointer) {
    this.settings = settings;
    this.pointer = pointer;
    int worlds = settings.worlds();
    nq = model.nq();
    nv = model.nv();
    signature = model.raw().signature();
    stateSize = MuJoCo.mjb_nstate(pointer);
    int end = 0;
    for (StateComponent component : StateComponent.values()) {
      offsets[component.code()] = end;
      sizes[component.code()] = MuJoCo.mj_stateSize(model.raw(), component.bit());
      end += sizes[component.code()];
    }
    states =
        new DoublePointer(MuJoCo.mjb_state(pointer)).capacity((long) worlds * stateSize).asBuffer();
    // Each counter is a pair: information about the last warning, and how many there were.
    warnings =
        new IntPointer(MuJoCo.mjb_warning(pointer))
            .capacity(2L * worlds * WARNING_KINDS)
            .asBuffer();
    status = new IntPointer(MuJoCo.mjb_status(pointer)).capacity(worlds).asBuffer();
    selection =
        ByteBuffer.allocateDirect(worlds * Integer.BYTES)
            .order(ByteOrder.nativeOrder())
            .asIntBuffer();
  }

  /**
   * Makes worlds in the model's default state; the batch keeps a copy of the model, which may be
   * closed.
   *
   * @throws MujocoException in MuJoCo's words, if it cannot
   */
  public static Batch create(Model model, BatchSettings settings) {
    Natives.begin();
    byte[] error = new byte[ERROR_SIZE];
    try (mjBatchConfig config = new mjBatchConfig()) {
      MuJoCo.mjb_defaultConfig(config);
      config.nthread(settings.threads()).persistent(settings.persistent());
      mjBatch pointer =
          MuJoCo.mjb_makeBatch(model.raw(), settings.worlds(), config, error, ERROR_SIZE);
      String raised = Natives.takeError();
      if (pointer == null) {
        throw new MujocoException(
            "batch of " + settings.worlds() + " worlds: " + Natives.text(error, raised));
      }
      return new Batch(model, settings, pointer);
    }
  }

  /** Returns the bindings' own batch, which stays this object's property. */
  public mjBatch raw() {
    if (pointer == null) {
      throw new IllegalStateException("the batch is closed; create another one");
    }
    return pointer;
  }

  /** Returns how it was made. */
  public BatchSettings settings() {
    return settings;
  }

  /** Returns the number of worlds. */
  public int worlds() {
    return settings.worlds();
  }

  /** Returns the number of values in a world's state row: MuJoCo's integration state. */
  public int stateSize() {
    return stateSize;
  }

  /**
   * Returns all states, {@link #worlds} rows of {@link #stateSize} values; the memory that MuJoCo
   * itself uses.
   */
  public DoubleBuffer states() {
    raw();
    return states.duplicate();
  }

  /** Returns where in a state row a component starts. */
  public int offset(StateComponent component) {
    return offsets[component.code()];
  }

  /** Returns how many values of a state row a component has, 0 if the model has none. */
  public int size(StateComponent component) {
    return sizes[component.code()];
  }

  /** Copies a world's state row. */
  public double[] state(int world) {
    raw();
    double[] row = new double[stateSize];
    states.get(row(world), row);
    return row;
  }

  /** Replaces a world's state row; derived values follow with the next call that computes them. */
  public void setState(int world, double[] row) {
    raw();
    if (row.length != stateSize) {
      throw new IllegalArgumentException(
          "state has " + row.length + " values, must have " + stateSize);
    }
    states.put(row(world), row);
  }

  /** Steps all worlds, then computes derived values up to a stage; returns how many failed. */
  public int step(int substeps, Stage stage) {
    Natives.begin();
    return checked(MuJoCo.mjb_step(raw(), (IntPointer) null, worlds(), substeps, stage.code()));
  }

  /** Steps some worlds. */
  public int step(int[] worlds, int substeps, Stage stage) {
    Natives.begin();
    return checked(MuJoCo.mjb_step(raw(), select(worlds), worlds.length, substeps, stage.code()));
  }

  /** Computes derived values of all worlds up to a stage without moving them. */
  public int forward(Stage stage) {
    Natives.begin();
    return checked(MuJoCo.mjb_forward(raw(), (IntPointer) null, worlds(), stage.code()));
  }

  /** Computes derived values of some worlds up to a stage without moving them. */
  public int forward(int[] worlds, Stage stage) {
    Natives.begin();
    return checked(MuJoCo.mjb_forward(raw(), select(worlds), worlds.length, stage.code()));
  }

  /**
   * Puts some worlds into the model's default state, then computes derived values up to a stage.
   */
  public int reset(int[] worlds, Stage stage) {
    Natives.begin();
    return checked(
        MuJoCo.mjb_reset(raw(), select(worlds), worlds.length, (IntBuffer) null, stage.code()));
  }

  /**
   * Resets some worlds to given positions and velocities: time, activations and warnings go back to
   * the default state.
   *
   * @param worlds the worlds
   * @param qpos their positions, one row of nq values a world
   * @param qvel their velocities, one row of nv values a world
   * @param stage how far derived values are computed from them
   */
  public int reset(int[] worlds, double[] qpos, double[] qvel, Stage stage) {
    require("qpos", qpos.length, worlds.length, nq);
    require("qvel", qvel.length, worlds.length, nv);
    int failed = reset(worlds, Stage.NONE);
    for (int i = 0; i < worlds.length; i++) {
      states.put(row(worlds[i]) + offset(StateComponent.QPOS), qpos, i * nq, nq);
      states.put(row(worlds[i]) + offset(StateComponent.QVEL), qvel, i * nv, nv);
    }
    return failed + (stage == Stage.NONE ? 0 : forward(worlds, stage));
  }

  /**
   * Writes a program's values of all worlds, row w at w times its width, from the derived values as
   * they are.
   */
  public int gather(GatherProgram program, DoubleBuffer out) {
    requireGather(program, out);
    Natives.begin();
    return checked(gather(program, null, worlds(), out));
  }

  /** Writes a program's values of some worlds, each into its own row; the other rows stay. */
  public int gather(GatherProgram program, int[] worlds, DoubleBuffer out) {
    requireGather(program, out);
    Natives.begin();
    return checked(gather(program, select(worlds), worlds.length, out));
  }

  private int gather(
      GatherProgram program, @Nullable IntBuffer selected, int count, DoubleBuffer out) {
    return MuJoCo.guerdon_gather(
        raw(),
        selected,
        count,
        program.code(),
        program.ops().size(),
        program.needsForces(),
        out,
        program.width());
  }

  /** Returns 0 if the world's last call went well. */
  public int status(int world) {
    raw();
    return status.get(world);
  }

  /** Returns what MuJoCo raised in the world's last call. */
  public Optional<String> error(int world) {
    Objects.checkIndex(world, worlds());
    return status(world) == 0
        ? Optional.empty()
        : Optional.of(MuJoCo.mjb_error(raw(), world).getString());
  }

  /** Returns how often a world raised a warning since its last reset. */
  public int warnings(int world, WarningType type) {
    raw();
    Objects.checkIndex(world, worlds());
    return warnings.get(2 * (world * WARNING_KINDS + type.code()) + 1);
  }

  /**
   * Returns whether a world's positions, velocities or accelerations were bad since its last reset.
   */
  public boolean blownUp(int world) {
    return warnings(world, WarningType.BAD_QPOS)
            + warnings(world, WarningType.BAD_QVEL)
            + warnings(world, WarningType.BAD_QACC)
        > 0;
  }

  private IntBuffer select(int[] worlds) {
    for (int i = 0; i < worlds.length; i++) {
      if (i > 0 && worlds[i] <= worlds[i - 1]) {
        throw new IllegalArgumentException(
            "world "
                + worlds[i]
                + " follows world "
                + worlds[i - 1]
                + "; worlds must be unique and in ascending order");
      }
      selection.put(i, Objects.checkIndex(worlds[i], worlds()));
    }
    return selection;
  }

  private int row(int world) {
    return Objects.checkIndex(world, worlds()) * stateSize;
  }

  private void requireGather(GatherProgram program, DoubleBuffer out) {
    if (!settings.persistent()) {
      throw new IllegalStateException(
          "gather needs a persistent batch; create it with persistent = true");
    }
    if (program.signature() != signature) {
      throw new IllegalArgumentException(
          "the gather program was compiled for another model; compile it for this one");
    }
    if (!out.isDirect() || out.order() != ByteOrder.nativeOrder()) {
      throw new IllegalArgumentException("the output must be a direct buffer in native byte order");
    }
    require("output", out.remaining(), worlds(), program.width());
  }

  private static void require(String name, int size, int rows, int width) {
    if (size < (long) rows * width) {
      throw new IllegalArgumentException(
          name + " has " + size + " values, must have " + rows + " rows of " + width);
    }
  }

  private static int checked(int failed) {
    if (failed == 0) {
      Natives.check();
    }
    return failed;
  }

  @Override
  public void close() {
    mjBatch open = pointer;
    pointer = null;
    if (open != null) {
      MuJoCo.mjb_deleteBatch(open);
    }
  }
}
