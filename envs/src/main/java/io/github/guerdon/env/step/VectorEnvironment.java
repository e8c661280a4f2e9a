package io.github.guerdon.env.step;

import io.github.guerdon.env.EpisodeRecord;
import io.github.guerdon.env.Seeds;
import io.github.guerdon.env.Tape;
import io.github.guerdon.env.Task;
import io.github.guerdon.mujoco.Model;
import io.github.guerdon.mujoco.WarningType;
import io.github.guerdon.reward.slot.SlotLayout;
import io.github.guerdon.reward.slot.SlotTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Runs many worlds of a task in step.
 *
 * <p>One step: {@link #step} acts, simulates, reads the slots and judges the states reached; the
 * caller has rewards computed from {@link #before}, {@link #controls} and {@link #after}; {@link
 * #resetEnded} then starts new episodes where old ones ended. The arrays are the environment's own
 * and change with the next call. All that is drawn depends on seed, world and episode alone.
 */
public final class VectorEnvironment implements AutoCloseable {

  /** Sets the noise of observations apart from the draws of starts and parameters. */
  private static final long NOISE = 0x5E45E;

  private final Task task;
  private final int worlds;
  private final SlotLayout layout;
  private final Physics physics;
  private final Starter starter;
  private final ActionPath actions;
  private final ContactClock clock;
  private final Judge judge;
  private final Goals goals;
  private final Rows rows;
  private final float[] observations;
  private final float[] finalObservations;
  private final boolean[] terminated;
  private final boolean[] truncated;
  private final boolean[] blownUp;
  private final int[] steps;
  private final WorldSetting setting;
  private final List<EpisodeRecord> finished = new ArrayList<>();
  private Phase phase = Phase.NEW;

  private enum Phase {
    NEW,
    READY,
    ENDED,
    CLOSED
  }

  /** Makes worlds that something simulates; the environment closes it. */
  public VectorEnvironment(
      Task task,
      SlotLayout layout,
      Physics physics,
      double[] qpos0,
      int worlds,
      long seed,
      WorldSetting setting) {
    this.task = task;
    this.setting = setting;
    this.worlds = worlds;
    this.layout = layout;
    this.physics = physics;
    actions = new ActionPath(task, worlds);
    clock = new ContactClock(layout, task.vocabulary().dt());
    goals = new Goals(task, layout, worlds);
    starter = new Starter(task, qpos0, goals, actions, physics, worlds, seed, setting.scatter());
    judge = new Judge(task, layout, actions.scale(), worlds);
    rows = new Rows(worlds, layout.width(), task.actionSize());
    observations = new float[worlds * judge.observationSize()];
    finalObservations = new float[observations.length];
    terminated = new boolean[worlds];
    truncated = new boolean[worlds];
    blownUp = new boolean[worlds];
    steps = new int[worlds];
  }

  /**
   * Makes worlds of a task; {@link #reset} must follow.
   *
   * @param rewardReads what a reward reads; may be empty
   * @param worlds number of worlds, at least 1
   * @param threads threads that simulate, at least 1; changes no result
   * @param seed what all draws derive from
   */
  public static VectorEnvironment open(
      Task task, SlotTable rewardReads, int worlds, int threads, long seed) {
    return open(task, rewardReads, worlds, threads, seed, WorldSetting.usual(task));
  }

  /** Makes worlds of a task in another setting than its own. */
  public static VectorEnvironment open(
      Task task, SlotTable rewardReads, int worlds, int threads, long seed, WorldSetting setting) {
    SlotLayout layout = task.layout(rewardReads);
    try (Model model = Model.load(task.model())) {
      setting.variant().apply(model);
      Physics physics =
          MujocoPhysics.open(model, task.description().control(), layout, worlds, threads);
      return new VectorEnvironment(task, layout, physics, model.qpos0(), worlds, seed, setting);
    }
  }

  /**
   * Says how many steps a training has taken so far, for parameters whose ranges follow a schedule;
   * until it is called they are at their end.
   */
  public void trained(long trainingSteps) {
    goals.trained(trainingSteps);
  }

  /** Returns how rows are laid out: the slots that the task and the reward read. */
  public SlotLayout layout() {
    return layout;
  }

  /** Returns the number of worlds. */
  public int worlds() {
    return worlds;
  }

  /** Returns how many numbers an observation has. */
  public int observationSize() {
    return judge.observationSize();
  }

  /** Returns how many numbers an action has. */
  public int actionSize() {
    return task.actionSize();
  }

  /** Starts new episodes in all worlds; those that run are dropped without a record. */
  public void reset() {
    requireOpen();
    start(IntStream.range(0, worlds).toArray());
    phase = Phase.READY;
  }

  /**
   * Takes a step with a policy's actions.
   *
   * @param given [worlds × actions] in [−1, 1], clipped, scaled to the actuators' ranges; an
   *     actuator without a range takes the clipped number
   * @throws IllegalArgumentException if one is not a number
   */
  public void step(float[] given) {
    requireReady(given.length);
    rows.swapControls();
    actions.scale().scale(given, rows.controls);
    advance();
  }

  /**
   * Takes a step with controls.
   *
   * @param given [worlds × actions] in actuator units, clipped to the ranges
   * @throws IllegalArgumentException if one is not a number
   */
  public void stepControls(double[] given) {
    requireReady(given.length);
    rows.swapControls();
    actions.scale().clip(given, rows.controls);
    advance();
  }

  private void advance() {
    rows.swapStates();
    physics.step(actions.apply(rows.controls, physics), rows.after, blownUp);
    clock.advance(rows.before, rows.after, worlds);
    boolean ended = false;
    for (int world = 0; world < worlds; world++) {
      steps[world]++;
      goals.step(world, steps[world], physics);
      goals.write(rows.after, world);
      // A state that blew up gives no metric, no observation and no opinion.
      terminated[world] = blownUp[world] || !judge.step(world, rows, observations);
      truncated[world] = !terminated[world] && steps[world] >= setting.limit();
      ended |= terminated[world] || truncated[world];
    }
    System.arraycopy(observations, 0, finalObservations, 0, observations.length);
    phase = ended ? Phase.ENDED : Phase.READY;
  }

  /**
   * Starts new episodes where they ended and records the old ones; {@link #after} then holds the
   * new states there.
   */
  public void resetEnded() {
    if (phase != Phase.ENDED) {
      requireOpen();
      return;
    }
    int[] ended = IntStream.range(0, worlds).filter(w -> terminated[w] || truncated[w]).toArray();
    for (int world : ended) {
      finished.add(
          new EpisodeRecord(
              world,
              steps[world],
              terminated[world],
              truncated[world],
              blownUp[world],
              judge.metrics(world, blownUp[world] ? steps[world] - 1 : steps[world])));
    }
    start(ended);
    phase = Phase.READY;
  }

  private void start(int[] ids) {
    starter.start(ids, rows.after, this::begin);
  }

  /**
   * Makes the row that a world was just put into its episode's first one; returns whether the task
   * lets an episode start so.
   */
  private boolean begin(int world) {
    clock.start(rows.after, world);
    goals.write(rows.after, world);
    rows.begin(world);
    boolean accepted =
        judge.begin(
            world, rows.after, new Seeds(Seeds.derive(starter.seed(world), NOISE)), observations);
    accepted &= setting.scatter().isEmpty() || judge.healthy();
    actions.begin(world);
    steps[world] = 0;
    terminated[world] = false;
    truncated[world] = false;
    blownUp[world] = false;
    return accepted;
  }

  /** Returns what turns actions into controls. */
  ActionScale scale() {
    return actions.scale();
  }

  /** Returns what the last reset did since this was asked last. */
  Starter.Starts takeStarts() {
    return starter.takeStarts();
  }

  /** Returns how often MuJoCo warned, in all worlds since they were made; none where never. */
  public Map<WarningType, Long> warnings() {
    return physics.warnings();
  }

  /** Copies a world's full state (MuJoCo's integration state). */
  double[] state(int world) {
    return physics.state(world);
  }

  /** Puts a world into a recorded full state (MuJoCo's integration state), its episode's first. */
  void restore(int world, double[] state) {
    requireOpen();
    physics.restore(world, state, rows.after);
    begin(world);
    phase =
        IntStream.range(0, worlds).anyMatch(w -> terminated[w] || truncated[w])
            ? Phase.ENDED
            : Phase.READY;
  }

  /**
   * Returns a world's current observation before it is rounded to {@code float}; of no use after it
   * blew up.
   */
  double[] exactObservation(int world) {
    return judge.exactObservation(world, rows, observations);
  }

  /** Returns and forgets the episodes that ended, in order of step and world. */
  public List<EpisodeRecord> drainEpisodes() {
    List<EpisodeRecord> drained = List.copyOf(finished);
    finished.clear();
    return drained;
  }

  /** Returns what policies see now, [worlds × observations]. */
  public float[] observations() {
    return observations;
  }

  /**
   * Returns what the last step reached, before any reset, [worlds × observations]; after a blow-up
   * that of the step before.
   */
  public float[] finalObservations() {
    return finalObservations;
  }

  /** Returns the slots of the states that the last step left, [worlds × layout width]. */
  public double[] before() {
    return rows.before;
  }

  /**
   * Returns the slots of the states that the last step reached, [worlds × layout width]; until
   * {@link #resetEnded}.
   */
  public double[] after() {
    return rows.after;
  }

  /**
   * Returns the slots of the episodes' first states, [worlds × layout width]; until {@link
   * #resetEnded}.
   */
  public double[] start() {
    return rows.start;
  }

  /**
   * Returns the controls that the last step applied, in actuator units, [worlds × actions]; until
   * {@link #resetEnded}.
   */
  public double[] controls() {
    return rows.controls;
  }

  /** Returns the controls of the step before, 0 at an episode's first step, [worlds × actions]. */
  public double[] previousControls() {
    return rows.previousControls;
  }

  /**
   * Returns which worlds' states ended their episodes: not healthy, or blown up; until {@link
   * #resetEnded}.
   */
  public boolean[] terminated() {
    return terminated;
  }

  /** Returns which worlds' episodes ended at the time limit alone; until {@link #resetEnded}. */
  public boolean[] truncated() {
    return truncated;
  }

  /**
   * Returns which worlds' simulations diverged; these are terminated as well; until {@link
   * #resetEnded}.
   */
  public boolean[] blownUp() {
    return blownUp;
  }

  /** Passes all that the worlds' future depends on, between two steps; needs no {@link #reset}. */
  public void pass(Tape tape) throws IOException {
    requireOpen();
    if (!tape.replays() && (phase != Phase.READY || !finished.isEmpty())) {
      throw new IllegalStateException(
          "only worlds between two steps can be kept: reset them first");
    }
    for (int world = 0; world < worlds; world++) {
      double[] state = physics.state(world);
      tape.array(state);
      if (tape.replays()) {
        physics.resume(world, state);
      }
    }
    rows.pass(tape);
    judge.pass(tape);
    goals.pass(tape);
    starter.pass(tape);
    actions.pass(tape);
    tape.array(observations);
    tape.array(steps);
    phase = Phase.READY;
  }

  private void requireOpen() {
    if (phase == Phase.CLOSED) {
      throw new IllegalStateException("the environment is closed; open another one");
    }
  }

  private void requireReady(int size) {
    requireOpen();
    if (phase != Phase.READY) {
      throw new IllegalStateException(
          phase == Phase.NEW ? "call reset first" : "episodes ended; call resetEnded first");
    }
    if (size != rows.controls.length) {
      throw new IllegalArgumentException(
          size + " numbers, must be " + worlds + " worlds × " + task.actionSize() + " actions");
    }
  }

  @Override
  public void close() {
    phase = Phase.CLOSED;
    physics.close();
  }
}
