package io.github.guerdon.generator.analysis.fault;

import io.github.guerdon.generator.analysis.source.RewardText;
import io.github.guerdon.sandbox.training.TermProbe;
import io.github.guerdon.sandbox.training.TermStatistics;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/**
 * All that is known of one term.
 *
 * @param text the reward's source
 * @param probe what the probe saw
 * @param trained its statistics, one a training; may be empty
 */
record TermView(RewardText text, TermProbe probe, List<TermStatistics> trained) {

  /**
   * How many spreads a term must be greater where the objective is high to go with it. Wherever a
   * term is the objective in other words this is about 2; chance among a few hundred windows gives
   * at most 0.3.
   */
  private static final double EFFECT = 1;

  /** Half of the ranks in common: a term may also go with the objective in a bent line. */
  private static final double CORRELATION = 0.5;

  /**
   * The highest tenth alone may hold few windows, and states of a kind of their own: a term whose
   * ranks have next to nothing in common with the objective's does not go with it.
   */
  private static final double CHANCE = 0.1;

  private static final int BEFORE = 0;
  private static final int ACTION = 1;
  private static final int AFTER = 2;
  private static final Pattern RATE = Pattern.compile("elocity\\s*\\(|qvel\\s*\\(|action\\.rate");

  TermView {
    trained = List.copyOf(trained);
  }

  String name() {
    return probe.name();
  }

  boolean readsState() {
    return text.reads(name(), BEFORE) || text.reads(name(), AFTER);
  }

  boolean readsAction() {
    return text.reads(name(), ACTION);
  }

  /** Returns whether it is about a change: a velocity, or one state held against the last. */
  boolean aboutChange() {
    return text.reads(name(), BEFORE) || RATE.matcher(source()).find();
  }

  /** Returns whether it compares a step's two ends, so that no level is in it. */
  boolean comparesEnds() {
    return text.reads(name(), BEFORE);
  }

  /** Returns all text that it comes from. */
  String source() {
    return text.all(name());
  }

  /** Returns the same, with what constants and locals stand for in the place of their names. */
  String spelledOut() {
    return text.spelledOut(name());
  }

  /** Returns how many of its spreads it is greater where the objective is high; 0 if unknown. */
  double effect() {
    double effect = probe.pays() / probe.windows().sd();
    return Double.isFinite(effect) ? effect : 0;
  }

  /** Returns whether it grows with the objective. */
  boolean aligned() {
    return (effect() >= EFFECT && probe.alignment() >= CHANCE) || probe.alignment() >= CORRELATION;
  }

  /** Returns whether it falls where the objective grows. */
  boolean opposed() {
    return (effect() <= -EFFECT && probe.alignment() <= -CHANCE)
        || probe.alignment() <= -CORRELATION;
  }

  /** Returns what a young policy gets or pays of it in a step, whether it acts or not. */
  double size() {
    return Math.max(Math.abs(probe.idle()), Math.abs(probe.random()));
  }

  /** Returns its smallest value in rollouts and trainings. */
  double min() {
    return trained.stream()
        .mapToDouble(TermStatistics::min)
        .reduce(probe.rollouts().min(), Math::min);
  }

  /** Returns its largest value in rollouts and trainings. */
  double max() {
    return trained.stream()
        .mapToDouble(TermStatistics::max)
        .reduce(probe.rollouts().max(), Math::max);
  }

  /** Returns its largest magnitude in rollouts and trainings. */
  double magnitude() {
    return Math.max(Math.abs(min()), Math.abs(max()));
  }

  /** Returns the mean of a statistic over trainings, or something else if there is none. */
  double trained(ToDoubleFunction<TermStatistics> statistic, double otherwise) {
    return trained.stream().mapToDouble(statistic).average().orElse(otherwise);
  }
}
