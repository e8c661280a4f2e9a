package io.github.guerdon.sandbox.ppo;

import io.github.guerdon.env.EpisodeRecord;
import io.github.guerdon.env.Tape;
import io.github.guerdon.sandbox.training.EpisodeSample;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Sums up the terms of each world's episode, and keeps about {@value #SAMPLES} episodes. */
final class EpisodeAccount {

  static final int SAMPLES = 100;

  private final long steps;
  private final int terms;
  private final ToDoubleFunction<EpisodeRecord> objective;
  private final double[] sums;
  private final double[] returns;
  private final double[] last;
  private final List<EpisodeSample> samples = new ArrayList<>();

  /**
   * Makes an account.
   *
   * @param steps the training's environment steps
   * @param objective what the task's fitness maximises
   */
  EpisodeAccount(long steps, int worlds, int terms, ToDoubleFunction<EpisodeRecord> objective) {
    this.steps = steps;
    this.terms = terms;
    this.objective = objective;
    sums = new double[worlds * terms];
    returns = new double[worlds];
    last = new double[worlds];
  }

  /** Takes in one world's step, whose terms begin at {@code from}. */
  void step(int world, double reward, double[] values, int from) {
    returns[world] += reward;
    last[world] = reward;
    for (int k = 0; k < terms; k++) {
      sums[world * terms + k] += values[from + k];
    }
  }

  /** Returns the undiscounted return of a world's running episode. */
  double ownReturn(int world) {
    return returns[world];
  }

  /** Ends an episode; the first one to end in each hundredth of the training is kept. */
  void end(long step, EpisodeRecord episode) {
    int world = episode.world();
    if (step * SAMPLES > steps * samples.size() && !episode.blownUp()) {
      List<Double> sum = new ArrayList<>();
      for (int k = 0; k < terms; k++) {
        sum.add(sums[world * terms + k]);
      }
      samples.add(
          new EpisodeSample(
              step,
              episode.length(),
              episode.terminated(),
              returns[world],
              last[world],
              objective.applyAsDouble(episode),
              sum));
    }
    Arrays.fill(sums, world * terms, (world + 1) * terms, 0);
    returns[world] = 0;
  }

  List<EpisodeSample> samples() {
    return List.copyOf(samples);
  }

  void pass(Tape tape) throws IOException {
    tape.array(sums);
    tape.array(returns);
    tape.array(last);
    List<Double> none = Collections.nCopies(terms, 0.0);
    tape.all(samples, new EpisodeSample(0, 0, false, 0, 0, 0, none), EpisodeAccount::pass);
  }

  private static EpisodeSample pass(Tape tape, EpisodeSample sample) throws IOException {
    long step = tape.whole(sample.step());
    int length = tape.whole(sample.length());
    boolean terminated = tape.flag(sample.terminated());
    double ownReturn = tape.number(sample.ownReturn());
    double lastReward = tape.number(sample.lastReward());
    double objective = tape.number(sample.objective());
    double[] sum = sample.terms().stream().mapToDouble(Double::doubleValue).toArray();
    tape.array(sum);
    return new EpisodeSample(
        step,
        length,
        terminated,
        ownReturn,
        lastReward,
        objective,
        Arrays.stream(sum).boxed().toList());
  }
}
