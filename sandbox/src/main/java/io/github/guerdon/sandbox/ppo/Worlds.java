package io.github.guerdon.sandbox.ppo;

import io.github.guerdon.env.EpisodeRecord;
import io.github.guerdon.sandbox.cell.CellFailure;
import java.util.List;

/**
 * What the learner learns in: several worlds in step, whose reward comes in terms.
 *
 * <p>Order of calls: {@link #reset} once, then {@link #step}, reading what it left, then {@link
 * #resetEnded}. Arrays are live: read them before the next call.
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

  /** Begins new episodes in all worlds. */
  void reset();

  /** Returns the current observations, [N × D]. */
  float[] observations();

  /**
   * Moves all worlds by one control step and has the reward say its terms.
   *
   * @param actions [N × A], clipped to [−1, 1] here and nowhere else
   * @throws CellFailure if the reward cannot be had
   */
  void step(float[] actions) throws CellFailure;

  /** Returns the last step's terms, [N × K]; not checked for sense. */
  double[] termValues();

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
}
