package io.github.guerdon.generator.search;

import io.github.guerdon.critic.verdict.CompiledReward;
import io.github.guerdon.critic.verdict.Verdict;
import io.github.guerdon.generator.design.Seeds;
import io.github.guerdon.generator.evolve.Candidate.Scored;
import io.github.guerdon.generator.evolve.Evolution;
import io.github.guerdon.generator.evolve.Generation;
import io.github.guerdon.generator.report.Assessment;
import io.github.guerdon.generator.report.Fresh;
import io.github.guerdon.generator.report.SearchResult.Measured;
import io.github.guerdon.generator.run.Plan;
import io.github.guerdon.generator.run.SearchSettings;
import io.github.guerdon.generator.search.TrainingLedger.Need;
import io.github.guerdon.sandbox.training.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The end of a search: one set of seeds chooses the winner among the finalists, another that chose
 * nothing measures it beside the first guess and the baselines.
 */
public final class Finale {

  /** The purpose of the seeds that chose nothing. */
  static final String FRESH = "fresh";

  private final Plan plan;
  private final SearchSettings settings;
  private final Reviewer reviewer;
  private final TrainingRoom room;
  private final TrainingLedger ledger;
  private final Race race;
  private final SearchListener listener;
  private final Cancellation cancellation;
  private final Map<String, CompiledReward> baselines = new LinkedHashMap<>();

  Finale(
      SearchTask task,
      Reviewer reviewer,
      Plan plan,
      SearchSettings settings,
      TrainingRoom room,
      TrainingLedger ledger,
      Race race,
      SearchListener listener,
      Cancellation cancellation) {
    this.plan = plan;
    this.settings = settings;
    this.reviewer = reviewer;
    this.room = room;
    this.ledger = ledger;
    this.race = race;
    this.listener = listener;
    this.cancellation = cancellation;
    task.baselines().forEach((name, source) -> baselines.put(name, compiled(name, source)));
  }

  /** Returns a reward that was reviewed before. */
  CompiledReward compiled(String name, String source) {
    Verdict verdict = reviewer.review(source);
    if (verdict instanceof Verdict.Rejected rejected) {
      throw new IllegalArgumentException(
          "baseline " + name + " of the task: " + ReviewDesk.findings(rejected.findings()));
    }
    return ((Verdict.Accepted) verdict).reward();
  }

  Finals play(Generation generation, Optional<Scored> first) {
    Optional<Scored> winner = choose(Evolution.finalists(generation, plan.finalists(), first));
    if (winner.isEmpty() || cancellation.cancelled()) {
      return unmeasured(winner.or(generation::champion), first);
    }
    listener.on(new SearchEvent.WinnerChosen(winner.get().id()));
    Map<String, CompiledReward> rewards = new LinkedHashMap<>();
    winner.ifPresent(w -> rewards.put(w.id(), compiled(w.id(), w.source())));
    first.ifPresent(f -> rewards.putIfAbsent(f.id(), compiled(f.id(), f.source())));
    rewards.putAll(baselines);
    Map<String, Fresh> fresh = measure(rewards);
    Map<String, Fresh> ofBaselines = new LinkedHashMap<>(fresh);
    ofBaselines.keySet().retainAll(baselines.keySet());
    Optional<Measured> measured = winner.map(w -> measured(w, fresh));
    return new Finals(
        measured,
        first.map(f -> measured(f, fresh)),
        ofBaselines,
        measured
            .filter(w -> w.fresh().filter(f -> !f.values().isEmpty()).isPresent())
            .map(w -> assess(w, ofBaselines, generation)));
  }

  private Assessment assess(Measured winner, Map<String, Fresh> measured, Generation generation) {
    double random = room.random(randomSeed(settings)).value();
    return Assessment.of(winner, measured, generation, random, plan.seeds());
  }

  /** Returns the seed by which a random policy is measured. */
  static long randomSeed(SearchSettings settings) {
    return Seeds.derive(settings.seed(), "random policy", 0);
  }

  /** Returns what is known of the winner without any training on fresh seeds. */
  static Finals unmeasured(Optional<Scored> winner, Optional<Scored> first) {
    return new Finals(
        winner.map(w -> measured(w, Map.of())),
        first.map(f -> measured(f, Map.of())),
        Map.of(),
        Optional.empty());
  }

  private static Measured measured(Scored scored, Map<String, Fresh> fresh) {
    return new Measured(
        scored.id(), scored.source(), scored.score(), Optional.ofNullable(fresh.get(scored.id())));
  }

  private Optional<Scored> choose(List<Scored> finalists) {
    if (finalists.size() < 2 || cancellation.cancelled()) {
      return finalists.stream().findFirst();
    }
    return new Selection(settings, plan.selectionSeeds(), race, listener)
        .choose(finalists, f -> compiled(f.id(), f.source()));
  }

  /** Trains rewards with seeds that chose nothing; nothing if the caps leave none. */
  private Map<String, Fresh> measure(Map<String, CompiledReward> rewards) {
    if (plan.freshSeeds() == 0) {
      return Map.of();
    }
    Map<String, Fresh> measured = new LinkedHashMap<>();
    train(rewards, FRESH, plan.freshSeeds())
        .forEach(
            (label, outcomes) -> {
              Fresh fresh = Fresh.of(outcomes);
              listener.on(new SearchEvent.FreshMeasured(label, fresh));
              measured.put(label, fresh);
            });
    return measured;
  }

  private Map<String, List<Outcome>> train(
      Map<String, CompiledReward> rewards, String purpose, int seeds) {
    List<Need> needs = new ArrayList<>();
    rewards.forEach(
        (label, reward) -> needs.addAll(Need.each(label, reward, settings, purpose, seeds)));
    return ledger.trainByLabel(needs);
  }
}
