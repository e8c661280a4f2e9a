package io.github.guerdon.env.step;

import io.github.guerdon.env.Parameter;
import io.github.guerdon.env.Seeds;
import io.github.guerdon.env.Task;
import io.github.guerdon.mujoco.Batch;
import io.github.guerdon.mujoco.BatchSettings;
import io.github.guerdon.mujoco.Model;
import io.github.guerdon.mujoco.Stage;
import io.github.guerdon.mujoco.StateComponent;
import io.github.guerdon.reward.slot.SlotTable;
import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Measures how much of MuJoCo's own speed a vectorised environment keeps.
 *
 * <p>Bare MuJoCo repeats what the environment did: the same worlds, states, controls, substeps and
 * resets, but without derived values, outputs, observations or judgement. The two take turns, and
 * the median turn counts, so that other work on the machine neither helps nor harms one of them.
 */
public final class PhysicsBench {

  private static final int CHUNK = 16;
  private static final double WARM_UP_SHARE = 0.2;

  private final Task task;
  private final int worlds;
  private final LongSupplier clock;
  private final VectorEnvironment environment;
  private final Batch bare;
  private final DoubleBuffer bareStates;
  private final Acting acting;
  private final ActionScale scale;
  private final float[][] actions = new float[CHUNK][];
  private final double[][] controls = new double[CHUNK][];
  private final List<Starter.Starts> resets = new ArrayList<>(CHUNK);
  private final List<Long> environmentNanos = new ArrayList<>();
  private final List<Long> bareNanos = new ArrayList<>();

  private PhysicsBench(
      Task task,
      int worlds,
      LongSupplier clock,
      VectorEnvironment environment,
      Batch bare,
      Acting acting) {
    this.task = task;
    this.worlds = worlds;
    this.clock = clock;
    this.environment = environment;
    this.bare = bare;
    bareStates = bare.states();
    this.acting = acting;
    scale = environment.scale();
    for (int i = 0; i < CHUNK; i++) {
      actions[i] = new float[worlds * task.actionSize()];
      controls[i] = new double[worlds * task.actionSize()];
    }
  }

  /**
   * What was measured.
   *
   * @param task the task's name
   * @param worlds how many worlds ran
   * @param threads how many threads simulated
   * @param stepsPerSecond control steps of all worlds a second in the environment
   * @param rawStepsPerSecond the same of bare MuJoCo
   */
  public record Figures(
      String task, int worlds, int threads, double stepsPerSecond, double rawStepsPerSecond) {

    /** Returns which share of MuJoCo's own speed the environment keeps. */
    public double ratio() {
      return stepsPerSecond / rawStepsPerSecond;
    }
  }

  /** Says what to do in each world. */
  @FunctionalInterface
  public interface Acting {

    /**
     * Chooses actions.
     *
     * @param observations [N × D]
     * @param actions is filled with [N × A]
     */
    void act(float[] observations, float[] actions);
  }

  /**
   * Measures a task under random controls.
   *
   * @param task the task
   * @param worlds number of worlds
   * @param threads threads that simulate
   * @param seconds how long to measure in all; a fifth of it warms up first
   * @param nanoTime the clock, in nanoseconds
   */
  public static Figures run(
      Task task, int worlds, int threads, double seconds, LongSupplier nanoTime) {
    Seeds random = new Seeds(2);
    return run(
        task,
        worlds,
        threads,
        seconds,
        nanoTime,
        (observations, actions) -> {
          for (int at = 0; at < actions.length; at++) {
            actions[at] = (float) (2 * random.uniform() - 1);
          }
        });
  }

  /**
   * Measures a task in the states that somebody's actions lead to: how much a step of MuJoCo costs
   * depends on what touches what. To choose the actions is no part of the time.
   */
  public static Figures run(
      Task task, int worlds, int threads, double seconds, LongSupplier nanoTime, Acting acting) {
    try (VectorEnvironment environment =
            VectorEnvironment.open(task, new SlotTable(List.of(), List.of()), worlds, threads, 1);
        Batch bare = bare(task, worlds, threads)) {
      PhysicsBench bench = new PhysicsBench(task, worlds, nanoTime, environment, bare, acting);
      environment.reset();
      environment.takeStarts();
      bench.turns(seconds * WARM_UP_SHARE);
      bench.forget();
      bench.turns(seconds * (1 - WARM_UP_SHARE));
      if (bench.bareCanFollow()) {
        bench.requireSameStates();
      }
      return new Figures(
          task.description().name(),
          worlds,
          threads,
          bench.speed(bench.environmentNanos),
          bench.speed(bench.bareNanos));
    }
  }

  private static Batch bare(Task task, int worlds, int threads) {
    try (Model model = Model.load(task.model())) {
      model.autoReset(false);
      return Batch.create(model, new BatchSettings(worlds, threads, false));
    }
  }

  /**
   * Returns whether bare MuJoCo gets all that the environment does: it knows controls and starts.
   */
  private boolean bareCanFollow() {
    return task.description().control().action().immediate()
        && task.description().control().mocap().isEmpty()
        && task.description().parameters().stream()
            .allMatch(p -> p.sets() == Parameter.Target.NOTHING);
  }

  private void requireSameStates() {
    for (int world = 0; world < worlds; world++) {
      if (!Arrays.equals(bare.state(world), environment.state(world))) {
        throw new IllegalStateException(
            "world "
                + world
                + " of bare MuJoCo is in another state than the environment's; the figures do not compare");
      }
    }
  }

  private void forget() {
    environmentNanos.clear();
    bareNanos.clear();
  }

  /** Returns control steps of all worlds a second in the median turn. */
  private double speed(List<Long> nanos) {
    List<Long> sorted = nanos.stream().sorted().toList();
    return CHUNK * worlds * 1e9 / sorted.get(sorted.size() / 2);
  }

  private void turns(double seconds) {
    long spent = 0;
    do {
      for (int world = 0; world < worlds; world++) {
        bare.setState(world, environment.state(world));
      }
      long stepped = runEnvironment();
      long middle = clock.getAsLong();
      runBare();
      long end = clock.getAsLong();
      environmentNanos.add(stepped);
      bareNanos.add(end - middle);
      spent += stepped + end - middle;
    } while (spent < seconds * 1e9);
  }

  /** Returns how long that took, in nanoseconds. */
  private long runEnvironment() {
    long spent = 0;
    resets.clear();
    for (int i = 0; i < CHUNK; i++) {
      acting.act(environment.observations(), actions[i]);
      long begin = clock.getAsLong();
      scale.scale(actions[i], controls[i]);
      environment.step(actions[i]);
      environment.resetEnded();
      resets.add(environment.takeStarts());
      spent += clock.getAsLong() - begin;
    }
    environment.drainEpisodes();
    return spent;
  }

  private void runBare() {
    int size = bare.stateSize();
    int offset = bare.offset(StateComponent.CTRL);
    int width = task.actionSize();
    int nu = bare.size(StateComponent.CTRL);
    for (int i = 0; i < CHUNK; i++) {
      for (int world = 0; world < worlds; world++) {
        bareStates.put(world * size + offset, controls[i], world * width, nu);
      }
      bare.step(task.description().control().frameSkip(), Stage.NONE);
      Starter.Starts reset = resets.get(i);
      if (reset.worlds().length > 0) {
        bare.reset(reset.worlds(), reset.qpos(), reset.qvel(), Stage.NONE);
      }
    }
  }
}
