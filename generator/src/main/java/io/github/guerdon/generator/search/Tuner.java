package io.github.guerdon.generator.search;

import io.github.guerdon.critic.verdict.CompiledReward;
import io.github.guerdon.critic.verdict.Verdict;
import io.github.guerdon.env.Score;
import io.github.guerdon.generator.design.Seeds;
import io.github.guerdon.generator.search.TrainingLedger.Need;
import io.github.guerdon.generator.tune.CmaEs;
import io.github.guerdon.generator.tune.TuneSpace;
import io.github.guerdon.generator.tune.TunedSource;
import io.github.guerdon.sandbox.training.Outcome;
import io.github.guerdon.sandbox.training.TrainingSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Moves a reward's marked constants by short trainings, all with the same seed, so that they differ
 * by the constants alone. Its only state is what the ledger remembers.
 */
final class Tuner {

  /** Whose the short trainings are, in records and progress. */
  static final String LABEL = "tuning";

  private static final double MISSED = 1e6;
  private static final double FAILED = 1e12;

  private final Reviewer reviewer;
  private final TrainingLedger ledger;
  private final long seed;
  private final TrainingSettings settings;

  /**
   * Makes a tuner.
   *
   * @param settings of its short trainings
   */
  Tuner(Reviewer reviewer, TrainingLedger ledger, long seed, TrainingSettings settings) {
    this.reviewer = reviewer;
    this.ledger = ledger;
    this.seed = seed;
    this.settings = settings;
  }

  /**
   * What tuning found.
   *
   * @param source the reward with the best constants
   * @param values these constants, by name
   * @param before what the reward gave as it was, in a short training; less is better
   * @param after what it gives now
   * @param trainings how many short trainings that took
   */
  record Tuned(
      String source, Map<String, Double> values, double before, double after, int trainings) {

    Tuned {
      values = Map.copyOf(values);
    }
  }

  /** A point that was tried. */
  private record Tried(String source, Map<String, Double> values, double loss) {}

  /**
   * Tunes a reward.
   *
   * @param trainings the most short trainings; those that are left over after the last whole
   *     generation are not run
   * @return nothing if it was stopped, has nothing to tune, or nothing better was found
   */
  Optional<Tuned> tune(CompiledReward reward, int trainings) {
    if (reward.tunables().isEmpty()) {
      return Optional.empty();
    }
    TuneSpace space = new TuneSpace(reward.tunables());
    CmaEs strategy = new CmaEs(space.start(), Seeds.derive(seed, "tuning strategy", 0));
    List<Tried> tried = new ArrayList<>();
    List<double[]> points = strategy.ask(List.of());
    while (!points.isEmpty() && tried.size() + points.size() <= trainings) {
      List<Tried> generation = attempt(reward.source(), space, points);
      if (generation.isEmpty()) {
        return Optional.empty();
      }
      tried.addAll(generation);
      points = strategy.ask(tried.stream().map(Tried::loss).toList());
    }
    return best(tried);
  }

  private static Optional<Tuned> best(List<Tried> tried) {
    if (tried.isEmpty()) {
      return Optional.empty();
    }
    // The first is the reward as it was; of equals the earlier one stays.
    Tried start = tried.get(0);
    Tried best = start;
    for (Tried each : tried) {
      best = each.loss() < best.loss() ? each : best;
    }
    return best.loss() < start.loss()
        ? Optional.of(
            new Tuned(best.source(), best.values(), start.loss(), best.loss(), tried.size()))
        : Optional.empty();
  }

  /** Trains a generation; nothing if the search was stopped. */
  private List<Tried> attempt(String source, TuneSpace space, List<double[]> points) {
    List<Map<String, Double>> values = points.stream().map(space::values).toList();
    List<String> sources = values.stream().map(v -> TunedSource.with(source, v)).toList();
    List<Need> needs = new ArrayList<>();
    List<Optional<Integer>> places = new ArrayList<>();
    for (String each : sources) {
      Verdict verdict = reviewer.review(each);
      if (verdict instanceof Verdict.Accepted accepted) {
        places.add(Optional.of(needs.size()));
        needs.add(new Need(LABEL, accepted.reward(), Seeds.derive(seed, "tuning", 0), settings));
      } else {
        places.add(Optional.empty());
      }
    }
    List<Outcome> outcomes = ledger.train(needs);
    if (outcomes.size() < needs.size()) {
      return List.of();
    }
    List<Tried> tried = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      double loss = places.get(i).map(at -> loss(outcomes.get(at))).orElse(FAILED);
      tried.add(new Tried(sources.get(i), values.get(i), loss));
    }
    return tried;
  }

  /** Returns what is to be small: whoever misses requirements comes after all who meet them. */
  private static double loss(Outcome outcome) {
    return outcome.match(
        completed -> loss(completed.result().score()),
        d -> FAILED,
        t -> FAILED,
        c -> FAILED,
        p -> FAILED);
  }

  private static double loss(Score score) {
    if (!Double.isFinite(score.value())) {
      return FAILED;
    }
    return score.requirementsMet() ? -score.value() : MISSED * (1 + score.shortfall());
  }
}
