package io.github.guerdon.generator.search;

import io.github.guerdon.generator.evolve.Candidate.Scored;
import io.github.guerdon.generator.evolve.Generation;
import io.github.guerdon.generator.report.RaceResult;
import io.github.guerdon.generator.search.RaceRule.Member;
import io.github.guerdon.generator.search.RaceRule.Verdict;
import io.github.guerdon.generator.search.TrainingLedger.Need;
import io.github.guerdon.sandbox.training.Outcome;
import io.github.guerdon.sandbox.training.Rungs;
import io.github.guerdon.sandbox.training.Standing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Runs trainings from rung to rung: all begin, and who is clearly worse than the best stops.
 *
 * <p>One in ten decisions against a candidate is audited, the third one first: it is trained to the
 * end all the same, and counts as any other then. All that it knows follows from outcomes in the
 * journal, so that a resumed search decides alike.
 */
final class Race {

  /** How many candidates of all generations go on whatever happens. */
  static final int KEPT = 2;

  private static final int AUDIT_EVERY = 10;
  private static final int FIRST_AUDIT = 3;

  private final TrainingLedger ledger;
  private final double random;
  private final int rungs;
  private final Map<String, List<Outcome>> finished = new LinkedHashMap<>();
  private final Map<String, Boolean> audits = new LinkedHashMap<>();
  private int decisions;
  private int stopped;
  private int finalists;
  private long saved;

  /**
   * Makes one.
   *
   * @param random a random policy's fitness
   */
  Race(TrainingLedger ledger, double random) {
    this(ledger, random, Rungs.count());
  }

  private Race(TrainingLedger ledger, double random, int rungs) {
    this.ledger = ledger;
    this.random = random;
    this.rungs = rungs;
  }

  /** Makes one in which nobody stops. */
  static Race none(TrainingLedger ledger) {
    return new Race(ledger, 0, 0);
  }

  /**
   * Who races.
   *
   * @param needs its trainings, one a seed, labelled with its id
   */
  record Entrant(String id, List<Need> needs) {

    Entrant {
      Objects.requireNonNull(id);
      needs = List.copyOf(needs);
    }
  }

  /**
   * How it ended for one.
   *
   * @param outcomes of its trainings; one that it was stopped in has paused
   * @param stop why it was stopped, if it was
   */
  record Ended(List<Outcome> outcomes, Optional<Stop> stop) {

    Ended {
      outcomes = List.copyOf(outcomes);
      Objects.requireNonNull(stop);
    }
  }

  /**
   * Why somebody was stopped.
   *
   * @param member how it stood
   * @param reference how the one stood that it was compared with
   */
  record Stop(Member member, Member reference) {}

  /** Trains candidates of a generation. Returns nothing if the search was stopped. */
  Optional<Map<String, Ended>> generation(List<Entrant> entrants) {
    Map<String, Ended> ended = new LinkedHashMap<>();
    Set<String> audited = new LinkedHashSet<>();
    List<Entrant> alive = entrants;
    for (int rung = 0; rung < rungs; rung++) {
      Optional<List<Come>> come = come(alive, rung, ended);
      if (come.isEmpty()) {
        return Optional.empty();
      }
      List<Come> judged =
          come.get().stream().filter(c -> !audited.contains(c.member().id())).toList();
      Verdict verdict = RaceRule.candidates(members(judged), earlier(rung), KEPT, random);
      for (Come each : judged) {
        if (verdict.worse().contains(each.member().id()) && !audit(each.member(), audited)) {
          ended.put(each.member().id(), stop(each, verdict));
          stopped++;
        }
      }
      alive = alive.stream().filter(e -> !ended.containsKey(e.id())).toList();
    }
    return toTheEnd(alive, ended);
  }

  /**
   * Trains finalists, but only until no more than some are left, of whom nothing is said then.
   * Returns nothing if the search was stopped.
   *
   * @param keep how many are to be left, at least 1
   */
  Optional<Map<String, Ended>> finals(List<Entrant> entrants, int keep) {
    Map<String, Ended> ended = new LinkedHashMap<>();
    List<Entrant> alive = entrants;
    // Early on it is quickness that shows; that is not enough to choose a winner by.
    for (int rung = Rungs.count() - 1; rung < rungs && alive.size() > keep; rung++) {
      Optional<List<Come>> come = come(alive, rung, ended);
      if (come.isEmpty()) {
        return Optional.empty();
      }
      Verdict verdict = RaceRule.finalists(members(come.get()), keep, random);
      for (Come each : come.get()) {
        if (verdict.worse().contains(each.member().id())) {
          ended.put(each.member().id(), stop(each, verdict));
          finalists++;
        }
      }
      alive = alive.stream().filter(e -> !ended.containsKey(e.id())).toList();
      if (alive.size() <= keep) {
        if (keep == 1) {
          // Whoever is left has won, and needs not be trained on to show it.
          come.get().stream()
              .filter(c -> !ended.containsKey(c.member().id()))
              .forEach(c -> saved += c.left());
        }
        return Optional.of(ended);
      }
    }
    return toTheEnd(alive, ended);
  }

  /**
   * Who came to a rung without a failure.
   *
   * @param outcomes of its trainings up to there
   */
  private record Come(Entrant entrant, List<Outcome> outcomes, Member member) {

    /** Returns the environment steps that it does not take when it goes no further. */
    long left() {
      long left = 0;
      for (int i = 0; i < outcomes.size(); i++) {
        if (outcomes.get(i) instanceof Outcome.Paused paused) {
          left += entrant.needs().get(i).settings().steps() - paused.step();
        }
      }
      return left;
    }
  }

  /**
   * Trains up to a rung; those that failed on the way have ended. Returns nothing if the search was
   * stopped.
   */
  private Optional<List<Come>> come(List<Entrant> alive, int rung, Map<String, Ended> ended) {
    Map<String, List<Outcome>> outcomes = train(alive, OptionalInt.of(rung));
    if (outcomes.size() < alive.size()) {
      return Optional.empty();
    }
    List<Come> come = new ArrayList<>();
    for (Entrant entrant : alive) {
      List<Outcome> own = Objects.requireNonNull(outcomes.get(entrant.id()));
      if (failed(own)) {
        ended.put(entrant.id(), new Ended(own, Optional.empty()));
      } else {
        come.add(new Come(entrant, own, member(entrant.id(), own, rung)));
      }
    }
    return Optional.of(come);
  }

  private static List<Member> members(List<Come> come) {
    return come.stream().map(Come::member).toList();
  }

  private Ended stop(Come come, Verdict verdict) {
    saved += come.left();
    Stop stop = new Stop(come.member(), verdict.reference().orElseThrow());
    return new Ended(come.outcomes(), Optional.of(stop));
  }

  /** Trains those that are left; those of them that are completed are compared with later. */
  private Optional<Map<String, Ended>> toTheEnd(List<Entrant> alive, Map<String, Ended> ended) {
    Map<String, List<Outcome>> rest = train(alive, OptionalInt.empty());
    if (rest.size() < alive.size()) {
      return Optional.empty();
    }
    rest.forEach(
        (id, outcomes) -> {
          ended.put(id, new Ended(outcomes, Optional.empty()));
          if (!failed(outcomes)) {
            finished.put(id, outcomes);
          }
        });
    return Optional.of(ended);
  }

  private boolean audit(Member member, Set<String> audited) {
    decisions++;
    boolean audit = decisions % AUDIT_EVERY == FIRST_AUDIT;
    if (audit) {
      audited.add(member.id());
      audits.put(member.id(), true);
    }
    return audit;
  }

  /** Trains up to a rung, or to the end. Returns nothing if the search was stopped. */
  private Map<String, List<Outcome>> train(List<Entrant> entrants, OptionalInt rung) {
    return ledger.trainByLabel(
        entrants.stream()
            .flatMap(e -> e.needs().stream())
            .map(n -> rung.isPresent() ? n.until(rung.getAsInt()) : n)
            .toList());
  }

  private static boolean failed(List<Outcome> outcomes) {
    return outcomes.stream().anyMatch(Outcome::failed);
  }

  private List<Member> earlier(int rung) {
    return finished.entrySet().stream().map(e -> member(e.getKey(), e.getValue(), rung)).toList();
  }

  private static Member member(String id, List<Outcome> outcomes, int rung) {
    return new Member(id, outcomes.stream().flatMap(o -> standing(o, rung).stream()).toList());
  }

  private static Optional<Standing> standing(Outcome outcome, int rung) {
    List<Standing> standings =
        outcome.match(
            completed -> completed.result().standings(),
            d -> List.<Standing>of(),
            t -> List.<Standing>of(),
            c -> List.<Standing>of(),
            Outcome.Paused::standings);
    return standings.stream().filter(s -> s.rung() == rung).findFirst();
  }

  /** Holds audited decisions against what came out. */
  void close(Generation generation) {
    List<String> best = generation.ranking().stream().limit(KEPT).map(Scored::id).toList();
    generation.candidates().stream()
        .filter(c -> audits.containsKey(c.id()))
        .forEach(c -> audits.put(c.id(), !best.contains(c.id())));
  }

  /** Returns what racing did so far. */
  RaceResult result() {
    int right = (int) audits.values().stream().filter(r -> r).count();
    return new RaceResult(stopped, finalists, saved, audits.size(), right);
  }
}
