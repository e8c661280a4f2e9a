package io.github.guerdon.generator.search;

import io.github.guerdon.generator.design.Designer;
import io.github.guerdon.generator.design.DesignerException;
import io.github.guerdon.generator.design.Proposal;
import io.github.guerdon.generator.design.Reading;
import io.github.guerdon.generator.evolve.Candidate;
import io.github.guerdon.generator.evolve.Candidate.Scored;
import io.github.guerdon.generator.evolve.Draft;
import io.github.guerdon.generator.evolve.Evolution;
import io.github.guerdon.generator.evolve.Generation;
import io.github.guerdon.generator.report.ExitReason;
import io.github.guerdon.generator.report.ResultJson;
import io.github.guerdon.generator.report.SearchResult;
import io.github.guerdon.generator.report.SearchResult.GenerationBest;
import io.github.guerdon.generator.report.Summary;
import io.github.guerdon.generator.run.Memory;
import io.github.guerdon.generator.run.Plan;
import io.github.guerdon.generator.run.Racing;
import io.github.guerdon.generator.run.RunDirectory;
import io.github.guerdon.generator.run.SearchSettings;
import io.github.guerdon.generator.search.Race.Ended;
import io.github.guerdon.generator.search.Race.Entrant;
import io.github.guerdon.generator.search.Reviewed.Sound;
import io.github.guerdon.generator.search.TrainingLedger.Need;
import io.github.guerdon.sandbox.training.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The stages of {@link Search#run}, with what they need: the people, the folder, the plan. */
public final class Laboratory {

  private static final double NANOS = 1e-9;

  /** The id of the candidate that tuning makes. */
  private static final String TUNED = "t0";

  private final SearchTask task;
  private final Designer designer;
  private final Reviewer reviewer;
  private final RunDirectory run;
  private final SearchListener listener;
  private final Cancellation cancellation;
  private final LongSupplier nanoTime;
  private final long began;
  private final SearchSettings settings;
  private final Plan plan;
  private final DesignDesk designDesk;
  private final ReviewDesk reviewDesk;
  private final TrainingLedger ledger;
  private final Race race;
  private final Finale finale;
  private final JudgeDesk judgeDesk;
  private final RobustnessDesk robustnessDesk;
  private final DuplicateScreen screen;
  private final Map<String, Long> steps = new HashMap<>();
  private long tuningSteps;
  private final List<GenerationBest> bests = new ArrayList<>();

  /**
   * Prepares a search, or the rest of one that the run directory remembers.
   *
   * @param nanoTime a clock such as {@code System::nanoTime}
   * @throws IllegalArgumentException if the run is of another task, its caps are too small, or a
   *     baseline does not pass the critic
   */
  public Laboratory(
      SearchTask task,
      Designer designer,
      Reviewer reviewer,
      TrainingRoom room,
      RunDirectory run,
      SearchListener listener,
      Cancellation cancellation,
      LongSupplier nanoTime) {
    this.task = task;
    this.designer = designer;
    this.reviewer = reviewer;
    this.run = run;
    this.listener = listener;
    this.cancellation = cancellation;
    this.nanoTime = nanoTime;
    this.began = nanoTime.getAsLong();
    this.settings = run.record().settings();
    if (!run.record().identity().equals(task.identity())) {
      throw new IllegalArgumentException(
          run.path() + ": is a run of another version of this task; start a new run");
    }
    this.plan = Plan.of(settings, task.baselines().size(), run.record().caps());
    this.designDesk = new DesignDesk(task, designer, run, plan, cancellation);
    this.reviewDesk = new ReviewDesk(reviewer, room, designDesk, run, listener, cancellation);
    this.screen = new DuplicateScreen(settings.training().normaliseRewards(), listener);
    this.ledger = new TrainingLedger(room, run, listener, cancellation);
    this.race = race(room);
    this.finale =
        new Finale(task, reviewer, plan, settings, room, ledger, race, listener, cancellation);
    this.judgeDesk = new JudgeDesk(task.description(), run, listener);
    this.robustnessDesk = new RobustnessDesk(task, room, run, listener);
    listener.on(new SearchEvent.Planned(plan));
  }

  private Race race(TrainingRoom room) {
    return settings.racing() == Racing.OFF
        ? Race.none(ledger)
        : new Race(ledger, room.random(Finale.randomSeed(settings)).value());
  }

  /** Returns whether another generation is to follow. */
  boolean wantsMoreThan(Generation generation) {
    return (generation.index() + 1 < plan.generations() || affords(generation))
        && !cancellation.cancelled()
        && designDesk.halt().isEmpty();
  }

  /** Returns whether what racing saved pays for one more generation. */
  private boolean affords(Generation generation) {
    long more = generation.index() + 2L - plan.generations();
    return settings.racing() == Racing.SPEND
        && race.result().saved() >= more * plan.stepsPerGeneration()
        && plan.trainings() + more * plan.trainingsPerGeneration()
            <= run.record().caps().trainings();
  }

  /** Returns whether the search is to be resumed later, so that nothing more is begun. */
  private boolean stopped() {
    return cancellation.cancelled()
        || designDesk.halt().filter(h -> h.kind() != DesignerException.Kind.BUDGET).isPresent();
  }

  /** Asks the designer for the next generation. */
  List<Draft> design(Generation generation) {
    listener.on(
        new SearchEvent.GenerationStarted(
            generation.index() + 1,
            Math.max(plan.generations(), generation.index() + 2),
            plan.candidates()));
    return designDesk.propose(generation);
  }

  /** Has each draft checked, compiled and probed, the refused ones repaired, and twins found. */
  List<Reviewed> review(List<Draft> drafts, Generation generation) {
    List<Reviewed> reviewed = reviewDesk.review(drafts, generation);
    // What is not whole is reviewed again when the run goes on.
    return stopped() ? reviewed : screen.screen(reviewed);
  }

  /** Trains each sound draft with the seeds that its generation shares. */
  List<Trained> train(List<Reviewed> reviewed, Generation generation) {
    return train(reviewed, generation.index() + 1);
  }

  /** Trains with the seeds of a generation. */
  private List<Trained> train(List<Reviewed> reviewed, int index) {
    List<Entrant> entrants =
        reviewed.stream()
            .flatMap(
                r ->
                    r
                        .match(
                            s -> Optional.of(new Entrant(s.draft().id(), needs(s, index))),
                            u -> Optional.<Entrant>empty(),
                            t -> Optional.<Entrant>empty())
                        .stream())
            .toList();
    Map<String, Ended> ended = stopped() ? Map.of() : race.generation(entrants).orElseGet(Map::of);
    List<Trained> trained = new ArrayList<>();
    for (Reviewed each : reviewed) {
      String id = each.match(s -> s.draft().id(), u -> u.candidate().id(), t -> t.draft().id());
      Optional<Ended> own = Optional.ofNullable(ended.get(id));
      List<Outcome> outcomes = own.map(Ended::outcomes).orElseGet(List::of);
      trained.add(new Trained(each, outcomes, own.flatMap(Ended::stop)));
      steps.put(id, outcomes.stream().mapToLong(TrainingLedger::steps).sum());
    }
    return trained;
  }

  /**
   * Moves the best reward's constants, and trains what comes out as a candidate of a generation of
   * its own, with the seeds of the one that it came from; nothing changes if nobody asked for that,
   * or nothing better was found.
   */
  Generation tune(Generation generation) {
    Optional<Scored> champion = generation.champion();
    if (plan.tunings() == 0 || champion.isEmpty() || stopped()) {
      return generation;
    }
    Optional<Draft> draft = tuned(champion.get(), generation.index() + 1);
    if (draft.isEmpty() || stopped()) {
      return generation;
    }
    listener.on(
        new SearchEvent.GenerationStarted(generation.index() + 1, generation.index() + 2, 1));
    List<Reviewed> reviewed = screen.screen(List.of(reviewDesk.reviewOnce(draft.get())));
    List<Trained> trained = train(reviewed, champion.get().draft().generation());
    steps.merge(TUNED, tuningSteps, Long::sum);
    return close(generation, Evolution.step(generation, analyse(trained)));
  }

  private Optional<Draft> tuned(Scored champion, int generation) {
    listener.on(new SearchEvent.TuningStarted(champion.id(), plan.tunings()));
    Tuner tuner =
        new Tuner(
            reviewer,
            ledger,
            settings.seed(),
            settings.training().withSteps(plan.stepsPerTuning()));
    Optional<Tuner.Tuned> tuned =
        tuner.tune(finale.compiled(champion.id(), champion.source()), plan.tunings());
    tuned.ifPresent(
        t -> {
          listener.on(new SearchEvent.Tuned(champion.id(), t.values(), t.trainings()));
          tuningSteps = t.trainings() * plan.stepsPerTuning();
        });
    return tuned.map(
        t ->
            new Draft(
                TUNED,
                generation,
                new Proposal(
                    t.source(),
                    "constants moved by " + t.trainings() + " short trainings",
                    List.of(champion.id()),
                    "tune",
                    "",
                    Reading.CODE),
                0));
  }

  private List<Need> needs(Sound sound, int generation) {
    String purpose = "training of generation " + generation;
    return Need.each(sound.draft().id(), sound.reward(), settings, purpose, plan.seeds());
  }

  /** Says what became of each draft; nothing if the search was stopped. */
  List<Candidate> analyse(List<Trained> trained) {
    return stopped() ? List.of() : judgeDesk.judge(trained);
  }

  /** Closes a generation; one that was stopped half-way is left to be resumed. */
  Generation close(Generation before, Generation after) {
    boolean nothing = after.candidates().isEmpty() && designDesk.halt().isPresent();
    if (stopped() || nothing) {
      return before;
    }
    GenerationBest best =
        new GenerationBest(
            after.index(),
            after.best().map(Scored::id),
            after.best().map(Scored::score),
            after.executionRate());
    bests.add(best);
    race.close(after);
    listener.on(new SearchEvent.GenerationFinished(best));
    return after;
  }

  /** Chooses the winner and measures it beside the first guess and the baselines. */
  Finals finals(Generation generation) {
    return stopped()
        ? Finale.unmeasured(generation.champion(), first(generation))
        : finale.play(generation, first(generation));
  }

  /** Finds the best candidate of the first generation that had one. */
  private Optional<Scored> first(Generation generation) {
    Optional<String> id = bests.stream().flatMap(b -> b.id().stream()).findFirst();
    return generation.ranking().stream()
        .filter(s -> id.filter(s.id()::equals).isPresent())
        .findFirst();
  }

  /** Writes the result down and returns it. */
  SearchResult conclude(Generation generation, Finals finals) {
    SearchResult result =
        new SearchResult(
            finals.winner(),
            finals.firstGuess(),
            finals.baselines(),
            finals.assessment(),
            stopped() ? Map.of() : robustnessDesk.cards(finals),
            bests,
            run.memory().trainings(),
            run.memory().steps(),
            (nanoTime.getAsLong() - began) * NANOS,
            designer.expense(),
            designDesk.shortfall(),
            screen.abstained(),
            settings.racing() == Racing.OFF ? Optional.empty() : Optional.of(race.result()),
            reason(finals));
    run.file(
        RunDirectory.SUMMARY,
        Summary.write(
            run.record(), task.description(), designer.name(), plan, generation, steps, result));
    if (!stopped() && !run.memory().finished()) {
      run.tell(Memory.FINISHED, ResultJson.write(result));
    }
    listener.on(new SearchEvent.Finished(result));
    return result;
  }

  private ExitReason reason(Finals finals) {
    if (cancellation.cancelled()) {
      return cancellation.expired() ? ExitReason.TIME_CAP : ExitReason.CANCELLED;
    }
    if (designDesk.shortfall().isPresent()) {
      return switch (designDesk.shortfall().get().kind()) {
        case BUDGET -> ExitReason.DESIGN_CAP;
        case SETTING -> ExitReason.DESIGNER_SETTING;
        case UNREACHABLE -> ExitReason.DESIGNER_UNREACHABLE;
      };
    }
    if (finals.winner().isEmpty()) {
      return ExitReason.NO_VALID_CANDIDATE;
    }
    return switch (plan.cut()) {
      case NONE -> ExitReason.COMPLETED;
      case TRAININGS -> ExitReason.TRAININGS_CAP;
      case STEPS -> ExitReason.STEPS_CAP;
    };
  }
}
