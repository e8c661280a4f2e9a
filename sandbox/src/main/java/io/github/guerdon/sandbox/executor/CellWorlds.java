package io.github.guerdon.sandbox.executor;

import io.github.guerdon.env.EpisodeRecord;
import io.github.guerdon.env.Fitness;
import io.github.guerdon.env.Metric;
import io.github.guerdon.env.Task;
import io.github.guerdon.env.VectorEnvironment;
import io.github.guerdon.env.WorldSetting;
import io.github.guerdon.reward.slot.RewardProgram;
import io.github.guerdon.sandbox.cell.Cell;
import io.github.guerdon.sandbox.cell.CellFailure;
import io.github.guerdon.sandbox.cell.CellLauncher;
import io.github.guerdon.sandbox.ppo.Worlds;
import java.util.List;

/** Real physics with a reward in a cell: all that a reward says comes out of its own process. */
final class CellWorlds implements Worlds, AutoCloseable {

  private final Task task;
  private final RewardProgram program;
  private final VectorEnvironment environment;
  private final Cell cell;
  private final boolean ownsCell;
  private final int[] projection;
  private final int rowWidth;
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
      Cell cell = launcher.start(program, CellSpecs.of(task, discount, count));
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

  /** Has the cell compute the terms of the environment's last step. */
  void evaluate() throws CellFailure {
    askReward();
    awaitReward();
  }

  @Override
  public void askReward() throws CellFailure {
    cell.frame()
        .fill(
            environment.worlds(),
            environment.before(),
            soundStates(),
            environment.start(),
            rowWidth,
            projection,
            environment.controls(),
            environment.previousControls(),
            environment.terminated());
    cell.ask(environment.worlds(), cell.frame());
  }

  @Override
  public void awaitReward() throws CellFailure {
    long from = System.nanoTime();
    cell.await(cell.frame());
    waitedNanos += System.nanoTime() - from;
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
  public double[] termValues() {
    return cell.frame().terms();
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
  public void close() {
    if (ownsCell) {
      cell.close();
    }
    environment.close();
  }
}
