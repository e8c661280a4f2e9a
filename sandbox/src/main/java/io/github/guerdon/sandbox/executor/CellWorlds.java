package io.github.guerdon.sandbox.executor;

import io.github.guerdon.env.EpisodeRecord;
import io.github.guerdon.env.Fitness;
import io.github.guerdon.env.Metric;
import io.github.guerdon.env.Tape;
import io.github.guerdon.env.Task;
import io.github.guerdon.env.step.VectorEnvironment;
import io.github.guerdon.env.step.WorldSetting;
import io.github.guerdon.reward.slot.RewardProgram;
import io.github.guerdon.sandbox.cell.Cell;
import io.github.guerdon.sandbox.cell.CellFailure;
import io.github.guerdon.sandbox.cell.CellLauncher;
import io.github.guerdon.sandbox.cell.CellSpec;
import io.github.guerdon.sandbox.cell.Frame;
import io.github.guerdon.sandbox.ppo.Worlds;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Real physics with a reward in a cell: all that a reward says comes out of its own process.
 *
 * <p>A way there and back costs as much as the rewards of many worlds, and nobody needs a reward
 * before the rollout is over. So several steps share a frame, and the cell works on one while the
 * next is filled.
 */
final class CellWorlds implements Worlds, AutoCloseable {

  /** As many as make the way there and back cheap, and few enough to begin while others follow. */
  private static final int ROWS_OF_A_FRAME = 64;

  private final Task task;
  private final RewardProgram program;
  private final VectorEnvironment environment;
  private final Cell cell;
  private final boolean ownsCell;
  private final int[] projection;
  private final int rowWidth;
  private double[] told = {}; // terms of the steps asked for, as far as they have come
  private int count; // of those
  private int waiting; // rows of the frame under way
  private long waitedNanos;
  private long steps;

  private CellWorlds(
      Task task,
      RewardProgram program,
      VectorEnvironment environment,
      Cell cell,
      boolean ownsCell) {
    this.ownsCell = ownsCell;
    this.task = task;
    this.program = program;
    this.environment = environment;
    this.cell = cell;
    projection = program.table().layout().indicesIn(environment.layout());
    rowWidth = environment.layout().width();
  }

  /** Opens the worlds and starts the reward's cell. */
  static CellWorlds open(
      Task task,
      RewardProgram program,
      double discount,
      int count,
      int threads,
      long seed,
      CellLauncher launcher)
      throws CellFailure {
    VectorEnvironment environment =
        VectorEnvironment.open(task, program.table(), count, Math.min(threads, count), seed);
    boolean opened = false;
    try {
      CellSpec spec = CellSpecs.of(task, discount, count);
      int fitting = Frame.mostWorlds(program, spec.actuators().size());
      int steps = Math.max(1, Math.min(ROWS_OF_A_FRAME, fitting) / count);
      Cell cell = launcher.start(program, CellSpecs.of(task, discount, steps * count));
      opened = true;
      return new CellWorlds(task, program, environment, cell, true);
    } finally {
      if (!opened) {
        environment.close();
      }
    }
  }

  /**
   * Opens as many worlds that start in states thrown far about, for so many steps each time; the
   * reward's cell stays this one's.
   */
  CellWorlds scattered(int window, long seed) {
    return new CellWorlds(
        task,
        program,
        VectorEnvironment.open(
            task, program.table(), count(), 1, seed, WorldSetting.scattered(task, window)),
        cell,
        false);
  }

  @Override
  public int count() {
    return environment.worlds();
  }

  @Override
  public int observationSize() {
    return environment.observationSize();
  }

  @Override
  public int actionSize() {
    return environment.actionSize();
  }

  @Override
  public List<String> terms() {
    return program.terms();
  }

  @Override
  public List<String> metrics() {
    return task.description().metrics().stream().map(Metric::name).toList();
  }

  @Override
  public double objective(EpisodeRecord episode) {
    return Fitness.objective(task.description(), episode);
  }

  @Override
  public double shortfall(List<EpisodeRecord> episodes) {
    return Fitness.score(task.description(), episodes).shortfall();
  }

  @Override
  public void reset() {
    environment.reset();
  }

  @Override
  public float[] observations() {
    return environment.observations();
  }

  @Override
  public void step(float[] actions) {
    environment.trained(steps);
    steps += environment.worlds();
    environment.step(actions);
  }

  /** Returns the cell's terms of the environment's last step, [N × K]. */
  double[] evaluate() throws CellFailure {
    askReward();
    return awaitRewards();
  }

  @Override
  public void askReward() throws CellFailure {
    Frame frame = cell.frame();
    frame.add(
        environment.worlds(),
        environment.before(),
        soundStates(),
        environment.start(),
        rowWidth,
        projection,
        environment.controls(),
        environment.previousControls(),
        environment.terminated());
    if (frame.room() < environment.worlds()) {
      send(frame);
    }
  }

  @Override
  public double[] awaitRewards() throws CellFailure {
    if (cell.frame().worlds() > 0) {
      send(cell.frame());
    }
    take(cell.frame());
    count = 0;
    return told;
  }

  private void send(Frame frame) throws CellFailure {
    take(frame);
    cell.ask(frame.worlds(), frame);
    waiting = frame.worlds();
    frame.clear();
  }

  /** Waits for the answer to the frame under way, if there is one. */
  private void take(Frame frame) throws CellFailure {
    if (waiting == 0) {
      return;
    }
    long from = System.nanoTime();
    cell.await(frame);
    waitedNanos += System.nanoTime() - from;
    int more = waiting * frame.termsCount();
    if (told.length < count + more) {
      told = Arrays.copyOf(told, Math.max(count + more, 2 * told.length));
    }
    System.arraycopy(frame.terms(), 0, told, count, more);
    count += more;
    waiting = 0;
  }

  /** Returns how long the cell was waited for, in ns. */
  long waitedNanos() {
    return waitedNanos;
  }

  /** Returns the states reached; a world that blew up shows its last sound one instead. */
  private double[] soundStates() {
    double[] after = environment.after();
    boolean copied = false;
    for (int n = 0; n < environment.worlds(); n++) {
      if (environment.blownUp()[n]) {
        after = copied ? after : after.clone();
        copied = true;
        System.arraycopy(environment.before(), n * rowWidth, after, n * rowWidth, rowWidth);
      }
    }
    return after;
  }

  @Override
  public boolean[] terminated() {
    return environment.terminated();
  }

  @Override
  public boolean[] truncated() {
    return environment.truncated();
  }

  @Override
  public boolean[] blownUp() {
    return environment.blownUp();
  }

  @Override
  public float[] finalObservations() {
    return environment.finalObservations();
  }

  @Override
  public void resetEnded() {
    environment.resetEnded();
  }

  @Override
  public List<EpisodeRecord> drainEpisodes() {
    return environment.drainEpisodes();
  }

  @Override
  public void pass(Tape tape) throws IOException {
    steps = tape.whole(steps);
    environment.pass(tape);
  }

  @Override
  public void close() {
    if (ownsCell) {
      cell.close();
    }
    environment.close();
  }
}
