package io.github.guerdon.sandbox.ppo;

import io.github.guerdon.env.EpisodeRecord;
import io.github.guerdon.env.Tape;
import java.io.IOException;
import java.util.OptionalDouble;

/**
 * What a training has seen so far: its episodes, its curve, its terms, how it stood at the rungs,
 * and the policies that may yet be chosen.
 */
final class History {

  private final int worlds;
  private final Curve curve;
  private final EpisodeAccount running; // of the episodes that go on
  private final Standings standings;
  private final Checkpoints checkpoints = new Checkpoints();
  private long episodes;
  private long blownUpEpisodes;

  /**
   * Makes an empty one.
   *
   * @param steps the training's environment steps
   */
  History(long steps, Worlds worlds) {
    this.worlds = worlds.count();
    curve = new Curve(steps, worlds.terms(), worlds.metrics());
    running = new EpisodeAccount(steps, worlds.count(), worlds.terms().size(), worlds::objective);
    standings = new Standings(steps, worlds);
  }

  /** Takes in the policy that acts from its step on. */
  void begin(Policy policy) {
    checkpoints.begin(policy);
  }

  /** Takes in one world's step, the training's step number {@code at}. */
  void step(long at, int world, double reward, double[] terms, int from) {
    running.step(world, reward, terms, from);
    curve.step(at, terms, from);
  }

  /** Takes in an ended episode. */
  void end(long at, EpisodeRecord episode) {
    double ownReturn = running.ownReturn(episode.world());
    curve.episode(episode, ownReturn);
    checkpoints.episode(at - (long) episode.length() * worlds, ownReturn);
    standings.episode(episode);
    running.end(at, episode);
    episodes++;
    blownUpEpisodes += episode.blownUp() ? 1 : 0;
  }

  /** Takes stock after an update: a point of the curve, a rung, the best policy so far. */
  void reach(long step, boolean over) {
    curve.reach(step);
    standings.reach(step);
    checkpoints.measure(step, over);
  }

  /** Returns the mean return of the last episodes, once one has ended. */
  OptionalDouble ownReturn() {
    return checkpoints.ownReturn();
  }

  /** Returns how many episodes have ended. */
  long episodes() {
    return episodes;
  }

  /**
   * Returns what the training gave so far.
   *
   * @param present the policy that stands in where none was chosen
   */
  Learned learned(Policy present, long step) {
    return new Learned(
        checkpoints.best().orElse(present),
        checkpoints.bestReturn(),
        step,
        blownUpEpisodes,
        curve.points(),
        curve.terms(),
        running.samples(),
        standings.taken());
  }

  /**
   * Passes all of it.
   *
   * @param blank any policy of the networks' shape
   */
  void pass(Tape tape, Policy blank) throws IOException {
    episodes = tape.whole(episodes);
    blownUpEpisodes = tape.whole(blownUpEpisodes);
    running.pass(tape);
    curve.pass(tape);
    standings.pass(tape);
    checkpoints.pass(tape, blank);
  }
}
