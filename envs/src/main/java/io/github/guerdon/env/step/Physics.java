package io.github.guerdon.env.step;

import io.github.guerdon.mujoco.WarningType;
import java.util.Map;
import java.util.function.IntConsumer;

/** Many worlds of one model that a device simulates; the one thing a new device has to bring. */
interface Physics extends AutoCloseable {

  /**
   * Starts new episodes in some worlds.
   *
   * @param worlds the worlds
   * @param qpos their positions, one row of nq a world
   * @param qvel their velocities, one row of nv a world
   * @param placed is told each world once its state is set, so that the task can {@link #place}
   *     something before derived values are computed
   * @param rows receives each one's slots in its own row, by world
   */
  void reset(int[] worlds, double[] qpos, double[] qvel, IntConsumer placed, double[] rows);

  /**
   * Moves all worlds by one control step.
   *
   * @param controls in actuator units, one row of nu a world
   * @param rows receives the slots, one row a world
   * @param blownUp receives whether a world's simulation diverged
   */
  void step(double[] controls, double[] rows, boolean[] blownUp);

  /**
   * Puts a world into a full state that {@link #state} gave, as an episode's first one.
   *
   * @param rows receives its slots in its own row
   */
  void restore(int world, double[] state, double[] rows);

  /** Puts a world into a full state that {@link #state} gave, from which the next step goes on. */
  void resume(int world, double[] state);

  /**
   * Writes numbers into a world's state; derived values follow when they are computed next.
   *
   * @param values holds them from {@code base + place.from()} on
   */
  void place(int world, Place place, double[] values, int base);

  /** Reads back what stands in a world's state where {@link #place} would write. */
  void read(int world, Place place, double[] values, int base);

  /** Returns how often the device warned, in all worlds since they were made; none where never. */
  Map<WarningType, Long> warnings();

  /** Copies all that a world's future depends on (MuJoCo's integration state). */
  double[] state(int world);

  @Override
  void close();
}
