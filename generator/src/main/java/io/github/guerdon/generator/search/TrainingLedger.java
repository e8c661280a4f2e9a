package io.github.guerdon.generator.search;

import io.github.guerdon.critic.verdict.CompiledReward;
import io.github.guerdon.generator.analysis.Failures;
import io.github.guerdon.generator.design.Seeds;
import io.github.guerdon.generator.run.Memory;
import io.github.guerdon.generator.run.RunDirectory;
import io.github.guerdon.generator.run.RunRecord;
import io.github.guerdon.generator.run.SearchSettings;
import io.github.guerdon.generator.run.ShortHash;
import io.github.guerdon.generator.search.TrainingRoom.Order;
import io.github.guerdon.sandbox.training.CrashCause;
import io.github.guerdon.sandbox.training.Outcome;
import io.github.guerdon.sandbox.training.Rungs;
import io.github.guerdon.sandbox.training.TrainingListener;
import io.github.guerdon.sandbox.training.TrainingSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** Runs trainings, each only once: a training is known by what goes into it. */
final class TrainingLedger {

  private static final int HASH_LENGTH = 24;
  private static final int MOST_ATTEMPTS = 8;

  private final TrainingRoom room;
  private final RunDirectory run;
  private final SearchListener listener;
  private final Cancellation cancellation;

  TrainingLedger(
      TrainingRoom room, RunDirectory run, SearchListener listener, Cancellation cancellation) {
    this.room = room;
    this.run = run;
    this.listener = listener;
    this.cancellation = cancellation;
  }

  /**
   * A training that somebody needs.
   *
   * @param label the name of who does
   * @param until environment steps after which it pauses; all of them for a whole training
   */
  record Need(
      String label, CompiledReward reward, long seed, TrainingSettings settings, long until) {

    Need {
      Objects.requireNonNull(label);
      Objects.requireNonNull(reward);
      Objects.requireNonNull(settings);
    }

    /** Makes the need of a whole training. */
    Need(String label, CompiledReward reward, long seed, TrainingSettings settings) {
      this(label, reward, seed, settings, settings.steps());
    }

    /** Returns the needs of trainings of one reward, with seeds that are derived for a purpose. */
    static List<Need> each(
        String label, CompiledReward reward, SearchSettings settings, String purpose, int seeds) {
      return IntStream.range(0, seeds)
          .mapToObj(i -> Seeds.derive(settings.seed(), purpose, i))
          .map(seed -> new Need(label, reward, seed, settings.training()))
          .toList();
    }

    /** Returns the need of the same training up to a rung. */
    Need until(int rung) {
      return new Need(label, reward, seed, settings, Rungs.step(rung, settings.steps()));
    }
  }

  /**
   * Returns the outcomes in the order of the needs; none at all if the search was stopped. One that
   * is over already is returned as it ended, also where it was to pause. A training that was killed
   * from outside is run again: a machine short of memory is no fault of a reward. One that is
   * killed again and again has failed.
   */
  List<Outcome> train(List<Need> needs) {
    Map<String, Need> missing = missing(needs);
    for (int attempt = 1; !missing.isEmpty() && !cancellation.cancelled(); attempt++) {
      List<Order> orders =
          missing.entrySet().stream().map(e -> order(e.getKey(), e.getValue())).toList();
      room.train(orders, new Hearer(missing, attempt == MOST_ATTEMPTS));
      missing = missing(needs);
    }
    if (cancellation.cancelled()) {
      return List.of();
    }
    return needs.stream()
        .map(
            need ->
                known(need)
                    .orElseThrow(
                        () ->
                            new IllegalStateException(
                                "training of " + need.label() + " ended without an outcome")))
        .toList();
  }

  /** Trains, and returns the outcomes by their needs' labels; none if the search was stopped. */
  Map<String, List<Outcome>> trainByLabel(List<Need> needs) {
    List<Outcome> outcomes = train(needs);
    Map<String, List<Outcome>> grouped = new LinkedHashMap<>();
    for (int i = 0; i < outcomes.size(); i++) {
      grouped.computeIfAbsent(needs.get(i).label(), l -> new ArrayList<>()).add(outcomes.get(i));
    }
    return grouped;
  }

  private Map<String, Need> missing(List<Need> needs) {
    Map<String, Need> missing = new LinkedHashMap<>();
    for (Need need : needs) {
      if (known(need).isEmpty()) {
        missing.putIfAbsent(hash(need), need);
      }
    }
    return missing;
  }

  private Optional<Outcome> known(Need need) {
    Optional<Outcome> ended = run.memory().outcome(hash(need));
    return ended.isPresent()
        ? ended
        : run.memory()
            .paused(hash(need))
            .filter(p -> need.until() < need.settings().steps())
            .flatMap(p -> p.at(need.until()));
  }

  private Order order(String hash, Need need) {
    return new Order(
        hash,
        need.reward().program(),
        need.seed(),
        need.settings(),
        run.training(hash),
        need.until());
  }

  private String hash(Need need) {
    return hash(run.record(), need.settings(), need.reward().source(), need.seed());
  }

  /** Returns the hash over all that makes a training's result. */
  static String hash(RunRecord record, TrainingSettings settings, String source, long seed) {
    return ShortHash.of(
        HASH_LENGTH,
        record.identity(),
        record.versions().getOrDefault("guerdon", ""),
        settings.toString(),
        Long.toString(seed),
        source);
  }

  /** Writes down how trainings end. */
  private final class Hearer implements TrainingListener {

    private final Map<String, Need> needs;
    private final boolean last;

    /**
     * Makes a hearer.
     *
     * @param last whether no training is run again
     */
    Hearer(Map<String, Need> needs, boolean last) {
      this.needs = needs;
      this.last = last;
    }

    @Override
    public void progress(Progress progress) {
      listener.on(
          new SearchEvent.TrainingProgress(
              label(progress.job()),
              progress.job(),
              progress.step(),
              need(progress.job()).settings().steps(),
              progress.stepsPerSecond(),
              progress.ownReturn()));
    }

    @Override
    public void finished(Outcome outcome) {
      boolean whole = outcome.match(c -> true, d -> true, t -> true, c -> false, p -> true);
      if (cancellation.cancelled() && !whole) {
        // Whoever stopped the search killed this training; it is to be run again.
        return;
      }
      if (!last && killed(outcome)) {
        return;
      }
      Need need = need(outcome.job());
      run.tell(
          outcome instanceof Outcome.Paused ? Memory.PAUSED : Memory.TRAINED,
          Memory.trained(outcome.job(), need.label(), need.seed(), steps(outcome), outcome));
      listener.on(
          new SearchEvent.TrainingFinished(
              need.label(),
              outcome.job(),
              Failures.word(outcome),
              run.memory().trainings(),
              run.memory().steps()));
    }

    private String label(String job) {
      return need(job).label();
    }

    private Need need(String job) {
      Need need = needs.get(job);
      if (need == null) {
        throw new IllegalStateException("nobody ordered training " + job);
      }
      return need;
    }
  }

  private static boolean killed(Outcome outcome) {
    return outcome.match(
        c -> false, d -> false, t -> false, c -> c.cause() == CrashCause.KILLED, p -> false);
  }

  /** Returns how many environment steps a training took, however it ended. */
  static long steps(Outcome outcome) {
    return outcome.match(
        c -> c.result().steps(), d -> d.step(), t -> t.step(), c -> c.step(), p -> p.step());
  }
}
