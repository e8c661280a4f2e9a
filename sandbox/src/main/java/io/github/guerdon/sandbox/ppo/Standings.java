package io.github.guerdon.sandbox.ppo;

import io.github.guerdon.env.EpisodeRecord;
import io.github.guerdon.env.Score.MetricSummary;
import io.github.guerdon.env.Tape;
import io.github.guerdon.sandbox.training.Rungs;
import io.github.guerdon.sandbox.training.Standing;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * Takes down how a training stands at each rung, over the last episodes that hold a twentieth of
 * its steps, and over {@value #LEAST} at least: where episodes are short, many of them are needed
 * to tell trainings apart, and many have ended since the policy was much another.
 */
final class Standings {

  static final int LEAST = 20;
  static final int SHARE = 20;

  private final long steps;
  private final Worlds worlds;
  private final Deque<EpisodeRecord> recent = new ArrayDeque<>();
  private long held; // steps of the recent episodes
  private final List<Standing> taken = new ArrayList<>();

  /**
   * Makes an empty one.
   *
   * @param steps the training's environment steps
   * @param worlds say what an episode is worth
   */
  Standings(long steps, Worlds worlds) {
    this.steps = steps;
    this.worlds = worlds;
  }

  /** Takes in an ended episode. */
  void episode(EpisodeRecord episode) {
    recent.addLast(episode);
    held += episode.length();
    while (recent.size() > LEAST && held - recent.getFirst().length() >= steps / SHARE) {
      held -= recent.removeFirst().length();
    }
  }

  /** Takes stock if the training has come to a rung. */
  void reach(long step) {
    while (taken.size() < Rungs.count() && step >= Rungs.step(taken.size(), steps)) {
      taken.add(standing(taken.size(), step));
    }
  }

  private Standing standing(int rung, long step) {
    if (recent.isEmpty()) {
      return new Standing(rung, step, 0, 0, 0, 0);
    }
    List<EpisodeRecord> episodes = List.copyOf(recent);
    double[] values =
        episodes.stream().filter(e -> !e.blownUp()).mapToDouble(worlds::objective).toArray();
    double shortfall = worlds.shortfall(episodes);
    if (values.length == 0) {
      return new Standing(rung, step, shortfall, Double.NEGATIVE_INFINITY, 0, episodes.size());
    }
    MetricSummary summary = MetricSummary.of(values);
    return new Standing(rung, step, shortfall, summary.mean(), summary.sd(), episodes.size());
  }

  List<Standing> taken() {
    return List.copyOf(taken);
  }

  void pass(Tape tape) throws IOException {
    List<Double> metrics = Collections.nCopies(worlds.metrics().size(), 0.0);
    tape.all(recent, new EpisodeRecord(0, 0, false, false, false, metrics), Standings::pass);
    held = recent.stream().mapToLong(EpisodeRecord::length).sum();
    tape.all(taken, new Standing(0, 0, 0, 0, 0, 0), Standings::pass);
  }

  private static EpisodeRecord pass(Tape tape, EpisodeRecord episode) throws IOException {
    int world = tape.whole(episode.world());
    int length = tape.whole(episode.length());
    boolean terminated = tape.flag(episode.terminated());
    boolean truncated = tape.flag(episode.truncated());
    boolean blownUp = tape.flag(episode.blownUp());
    List<Double> metrics = new ArrayList<>();
    for (double metric : episode.metrics()) {
      metrics.add(tape.number(metric));
    }
    return new EpisodeRecord(world, length, terminated, truncated, blownUp, metrics);
  }

  private static Standing pass(Tape tape, Standing standing) throws IOException {
    return new Standing(
        tape.whole(standing.rung()),
        tape.whole(standing.step()),
        tape.number(standing.shortfall()),
        tape.number(standing.mean()),
        tape.number(standing.sd()),
        tape.whole(standing.episodes()));
  }
}
