package io.github.guerdon.generator.search;

import io.github.guerdon.critic.verdict.CompiledReward;
import io.github.guerdon.env.Score;
import io.github.guerdon.generator.evolve.Candidate.Scored;
import io.github.guerdon.generator.evolve.Scores;
import io.github.guerdon.generator.run.Halving;
import io.github.guerdon.generator.run.SearchSettings;
import io.github.guerdon.generator.search.Race.Ended;
import io.github.guerdon.generator.search.Race.Entrant;
import io.github.guerdon.generator.search.TrainingLedger.Need;
import io.github.guerdon.sandbox.training.Outcome;
import io.github.guerdon.sandbox.training.TrainingResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Chooses the winner among the finalists, round by round, with seeds of its own. How a candidate
 * did in the search is not counted again: the best of many is best by luck too.
 */
final class Selection {

  private final SearchSettings settings;
  private final int seeds;
  private final Race race;
  private final SearchListener listener;

  /**
   * Makes one.
   *
   * @param seeds how many trainings each finalist begins with, at least 1
   */
  Selection(SearchSettings settings, int seeds, Race race, SearchListener listener) {
    this.settings = settings;
    this.seeds = seeds;
    this.race = race;
    this.listener = listener;
  }

  /**
   * Trains the finalists again and returns the best of them; the better ranked of equals, and the
   * best ranked where no training completed or the search was stopped.
   *
   * @param finalists best ranked first
   * @param compile turns a candidate into what trains
   */
  Optional<Scored> choose(List<Scored> finalists, Function<Scored, CompiledReward> compile) {
    List<Finalist> left = finalists.stream().map(f -> new Finalist(f, compile.apply(f))).toList();
    for (Halving.Round round : new Halving(finalists.size(), seeds).rounds()) {
      if (left.size() > 1) {
        left = play(left, round);
      }
    }
    return left.stream().map(Finalist::scored).findFirst().or(() -> finalists.stream().findFirst());
  }

  /** A finalist and what trains of it. */
  private record Finalist(Scored scored, CompiledReward reward) {

    String id() {
      return scored.id();
    }
  }

  /** A finalist and what its trainings came to. */
  private record Judged(Finalist finalist, Score score) {}

  /** Returns who is left after a round, the best first. */
  private List<Finalist> play(List<Finalist> finalists, Halving.Round round) {
    listener.on(
        new SearchEvent.FinalsStarted(finalists.stream().map(Finalist::id).toList(), round.more()));
    List<Entrant> entrants =
        finalists.stream()
            .map(
                f ->
                    new Entrant(
                        f.id(),
                        Need.each(f.id(), f.reward(), settings, "selection", round.seeds())))
            .toList();
    Optional<Map<String, Ended>> ended = race.finals(entrants, round.keep());
    if (ended.isEmpty()) {
      return finalists;
    }
    List<Finalist> left = finalists.stream().filter(f -> !ended.get().containsKey(f.id())).toList();
    if (!left.isEmpty()) {
      return left;
    }
    List<Judged> judged = new ArrayList<>();
    for (Finalist finalist : finalists) {
      List<Outcome> each = Objects.requireNonNull(ended.get().get(finalist.id())).outcomes();
      List<TrainingResult> results = Outcome.results(each);
      if (!results.isEmpty() && results.size() == each.size()) {
        Score score = Scores.pool(results.stream().map(TrainingResult::score).toList());
        listener.on(new SearchEvent.FinalistScored(finalist.id(), score, results.size()));
        judged.add(new Judged(finalist, score));
      }
    }
    return judged.stream()
        .sorted(Comparator.comparing(Judged::score, Comparator.reverseOrder()))
        .limit(round.keep())
        .map(Judged::finalist)
        .toList();
  }
}
