package io.github.guerdon.sandbox.ppo;

import io.github.guerdon.env.EpisodeRecord;
import io.github.guerdon.env.Tape;
import io.github.guerdon.sandbox.cell.CellFailure;
import java.io.IOException;
import java.util.List;

/**
 * What the learner learns in: several worlds in step, whose reward comes in terms.
 *
 * <p>Order of calls: {@link #reset} once, then {@link #step}, {@link #askReward}, reading what the
 * step left, {@link #resetEnded}. The reward works meanwhile, and on several steps at a time:
 * {@link #awaitRewards} takes its answers to all steps that it was asked for. Arrays are live: read
 * them before the next call.
 */
public interface Worlds {

  /** Returns the number of worlds, N. */
  int count();

  /** Returns the length of a world's observation, D. */
  int observationSize();

  /** Returns the length of a world's action, A. */
  int actionSize();

  /** Returns the names of the reward's terms, K of them. */
  List<String> terms();

  /** Returns the names of the metrics that an {@link EpisodeRecord} lists. */
  List<String> metrics();

  /** Returns what the task's fitness maximises, of one of these episodes. */
  double objective(EpisodeRecord episode);

  /** Returns by how much these episodes, one or more, miss the task's requirements in sum. */
  double shortfall(List<EpisodeRecord> episodes);

  /** Begins new episodes in all worlds. */
  void reset();

  /** Returns the current observations, [N × D]. */
  float[] observations();

  /**
   * Moves all worlds by one control step.
   *
   * @param actions [N × A], clipped to [−1, 1] here and nowhere else
   */
  void step(float[] actions);

  /**
   * Has the reward work on the step just made, soon or with later ones.
   *
   * @throws CellFailure if the reward cannot be had
   */
  void askReward() throws CellFailure;

  /**
   * Waits until the reward has said the terms of all S steps that it was asked for since this was
   * last called.
   *
   * @return the terms, [S × N × K] or longer; not checked for sense
   * @throws CellFailure if the reward cannot be had
   */
  double[] awaitRewards() throws CellFailure;

  /** Returns which worlds' episodes the last step ended for a reason of the task's, [N]. */
  boolean[] terminated();

  /** Returns which worlds' episodes the last step ended at their time limit, [N]. */
  boolean[] truncated();

  /**
   * Returns which worlds' simulation blew up in the last step, [N]; they are terminated as well.
   */
  boolean[] blownUp();

  /** Returns the observations of the last step's final states, [N × D]. */
  float[] finalObservations();

  /** Begins new episodes in the worlds whose episode the last step ended. */
  void resetEnded();

  /** Returns the episodes ended since the last call, in the order of their ends. */
  List<EpisodeRecord> drainEpisodes();

  /**
   * Passes all that the worlds' future depends on, between two steps whose rewards are settled; a
   * replaying tape needs no {@link #reset} before.
   */
  void pass(Tape tape) throws IOException;
}
