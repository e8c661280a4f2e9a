package io.github.guerdon.sandbox.ppo;

import io.github.guerdon.sandbox.training.CurvePoint;
import io.github.guerdon.sandbox.training.EpisodeSample;
import io.github.guerdon.sandbox.training.Standing;
import io.github.guerdon.sandbox.training.TermStatistics;
import java.util.List;

/**
 * What a training gave.
 *
 * @param policy the checkpoint with the best return under its own reward
 * @param ownReturn that return
 * @param steps environment steps taken
 * @param blownUpEpisodes episodes that a blown-up simulation ended
 * @param curve points over the training
 * @param terms statistics of each term
 * @param episodes a sample of the episodes
 * @param standings how it stood at the rungs that it came to
 */
public record Learned(
    Policy policy,
    double ownReturn,
    long steps,
    long blownUpEpisodes,
    List<CurvePoint> curve,
    List<TermStatistics> terms,
    List<EpisodeSample> episodes,
    List<Standing> standings) {

  /** Copies the lists. */
  public Learned {
    curve = List.copyOf(curve);
    terms = List.copyOf(terms);
    episodes = List.copyOf(episodes);
    standings = List.copyOf(standings);
  }
}
