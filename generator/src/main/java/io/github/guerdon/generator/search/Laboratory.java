package io.github.guerdon.generator.search;

import io.github.guerdon.critic.verdict.CompiledReward;
import io.github.guerdon.critic.verdict.Finding;
import io.github.guerdon.critic.verdict.Verdict;
import io.github.guerdon.generator.analysis.Analysis;
import io.github.guerdon.generator.analysis.Analyzer;
import io.github.guerdon.generator.analysis.Failures;
import io.github.guerdon.generator.design.DesignContext;
import io.github.guerdon.generator.design.Designer;
import io.github.guerdon.generator.design.Proposal;
import io.github.guerdon.generator.design.Seeds;
import io.github.guerdon.generator.evolve.Candidate;
import io.github.guerdon.generator.evolve.Candidate.Failed;
import io.github.guerdon.generator.evolve.Candidate.Scored;
import io.github.guerdon.generator.evolve.Evolution;
import io.github.guerdon.generator.evolve.Generation;
import io.github.guerdon.generator.evolve.Scores;
import io.github.guerdon.generator.search.Reviewed.Sound;
import io.github.guerdon.generator.search.Reviewed.Unsound;
import io.github.guerdon.generator.search.SearchResult.GenerationBest;
import io.github.guerdon.generator.search.TrainingLedger.Need;
import io.github.guerdon.sandbox.training.Outcome;
import io.github.guerdon.sandbox.training.ProbeResult;
import io.github.guerdon.sandbox.training.TrainingResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The stages of {@link Search#run}, with what they need: the people, the folder, the plan. */
public final class Laboratory {

  private static final double NANOS = 1e-9;

  private final SearchTask task;
  private final Designer designer;
  private final Reviewer reviewer;
  private final TrainingRoom room;
  private final RunDirectory run;
  private final SearchListener listener;
  private final Cancellation cancellation;
  private final LongSupplier nanoTime;
  private final long began;
  private final SearchSettings settings;
  private final Plan plan;
  private final TrainingLedger ledger;
  private final Finale finale;
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
    this.room = room;
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
    this.ledger = new TrainingLedger(room, run, listener, cancellation);
    this.finale = new Finale(task, reviewer, plan, settings.seed(), ledger, listener, cancellation);
    listener.on(new SearchEvent.Planned(plan));
  }

  /** Returns whether another generation is to follow. */
  boolean wantsMoreThan(Generation generation) {
    return generation.index() + 1 < plan.generations() && !cancellation.cancelled();
  }

  /** Asks the designer for the next generation, unless the run remembers what it said. */
  List<Draft> design(Generation generation) {
    int index = generation.index() + 1;
    listener.on(new SearchEvent.GenerationStarted(index, plan.generations(), plan.candidates()));
    Optional<List<Draft>> remembered = run.memory().drafts(index);
    if (remembered.isPresent()) {
      return remembered.get();
    }
    DesignContext context =
        new DesignContext(
            task.brief(),
            index,
            Seeds.derive(settings.seed(), "design", index),
            Evolution.parents(generation),
            Evolution.earlier(generation));
    List<Proposal> proposals = designer.propose(context, plan.candidates());
    List<Draft> drafts =
        IntStream.range(0, Math.min(proposals.size(), plan.candidates()))
            .mapToObj(i -> new Draft("g" + index + "c" + i, proposals.get(i)))
            .toList();
    run.tell(Memory.PROPOSED, Memory.proposed(index, drafts));
    return drafts;
  }

  /** Has each draft checked, compiled and probed. */
  List<Reviewed> review(List<Draft> drafts) {
    return drafts.stream().map(this::review).toList();
  }

  private Reviewed review(Draft draft) {
    Verdict verdict = reviewer.review(draft.proposal().text());
    run.candidate(draft.id(), "proposal.json", Json.pretty(Json.tree(draft.proposal())));
    run.candidate(draft.id(), "verdict.json", Json.pretty(VerdictJson.write(verdict)));
    if (verdict instanceof Verdict.Rejected rejected) {
      run.candidate(draft.id(), "Reward.java", draft.proposal().text());
      return refused(draft, rejected.reason().name(), findings(rejected.findings()));
    }
    CompiledReward reward = ((Verdict.Accepted) verdict).reward();
    run.candidate(draft.id(), "Reward.java", reward.source());
    ProbeResult probe = room.probe(reward.program());
    return probe.match(
        passed -> accepted(draft, reward, passed.warnings()),
        failed -> refused(draft, failed.outcome(), failed.message()));
  }

  private Reviewed accepted(Draft draft, CompiledReward reward, List<String> warnings) {
    listener.on(
        new SearchEvent.CandidateAccepted(
            draft.id(),
            draft.proposal().operator(),
            draft.proposal().parents(),
            reward.program().terms(),
            warnings));
    return new Sound(draft, reward);
  }

  private Reviewed refused(Draft draft, String outcome, String message) {
    listener.on(new SearchEvent.CandidateRefused(draft.id(), outcome, message));
    return new Unsound(new Failed(draft.id(), draft.proposal(), outcome, message));
  }

  /** Returns all findings, each text once with its count. */
  static String findings(List<Finding> findings) {
    return String.join(
        "\n",
        Failures.grouped(
            findings.stream()
                .map(f -> f.rule() + " at " + f.line() + ":" + f.column() + ": " + f.message())
                .toList()));
  }

  /** Trains each sound draft with the seeds that its generation shares. */
  List<Trained> train(List<Reviewed> reviewed, Generation generation) {
    int index = generation.index() + 1;
    List<Need> needs =
        reviewed.stream()
            .flatMap(r -> r.match(s -> needs(s, index), u -> List.<Need>of()).stream())
            .toList();
    List<Outcome> outcomes = ledger.train(needs);
    List<Trained> trained = new ArrayList<>();
    int from = 0;
    for (Reviewed each : reviewed) {
      int seeds = outcomes.isEmpty() ? 0 : each.match(s -> plan.seeds(), u -> 0);
      trained.add(new Trained(each, outcomes.subList(from, from + seeds)));
      from += seeds;
    }
    return trained;
  }

  private List<Need> needs(Sound sound, int generation) {
    return IntStream.range(0, plan.seeds())
        .mapToObj(
            s ->
                new Need(
                    sound.draft().id(),
                    sound.reward(),
                    Seeds.derive(settings.seed(), "training of generation " + generation, s)))
        .toList();
  }

  /** Says what became of each draft; nothing if the search was stopped. */
  List<Candidate> analyse(List<Trained> trained) {
    return cancellation.cancelled()
        ? List.of()
        : trained.stream()
            .map(t -> t.reviewed().match(s -> judge(s, t.outcomes()), Unsound::candidate))
            .toList();
  }

  private Candidate judge(Sound sound, List<Outcome> outcomes) {
    Draft draft = sound.draft();
    List<TrainingResult> results = Finale.results(outcomes);
    if (results.size() < outcomes.size()) {
      Outcome failure =
          outcomes.stream()
              .filter(o -> !(o instanceof Outcome.Completed))
              .findFirst()
              .orElseThrow();
      String message =
          outcomes.stream()
              .filter(o -> !(o instanceof Outcome.Completed))
              .map(Failures::sentence)
              .collect(
                  Collectors.collectingAndThen(
                      Collectors.toList(), all -> String.join("\n", Failures.grouped(all))));
      listener.on(new SearchEvent.CandidateFailed(draft.id(), Failures.word(failure), message));
      return new Failed(draft.id(), draft.proposal(), Failures.word(failure), message);
    }
    var score = Scores.pool(results.stream().map(TrainingResult::score).toList());
    Analysis analysis = Analyzer.analyse(task.description(), score, results);
    run.candidate(draft.id(), "analysis.json", Json.pretty(Json.tree(analysis)));
    run.candidate(draft.id(), "analysis.txt", analysis.text());
    listener.on(new SearchEvent.CandidateScored(draft.id(), score));
    return new Scored(
        draft.id(), draft.proposal(), sound.reward().source(), score, analysis.text());
  }

  /** Closes a generation; one that was stopped half-way is left to be resumed. */
  Generation close(Generation before, Generation after) {
    if (cancellation.cancelled()) {
      return before;
    }
    GenerationBest best =
        new GenerationBest(
            after.index(),
            after.best().map(Scored::id),
            after.best().map(Scored::score),
            after.executionRate());
    bests.add(best);
    listener.on(new SearchEvent.GenerationFinished(best));
    return after;
  }

  /** Chooses the winner and measures it beside the first guess and the baselines. */
  Finals finals(Generation generation) {
    return finale.play(generation, first(generation));
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
            bests,
            run.memory().trainings(),
            run.memory().steps(),
            (nanoTime.getAsLong() - began) * NANOS,
            reason(finals));
    run.file(
        "summary.md", Summary.write(run.record(), task, designer.name(), plan, generation, result));
    if (result.reason() != ExitReason.CANCELLED && !run.memory().finished()) {
      run.tell(Memory.FINISHED, ResultJson.write(result));
    }
    listener.on(new SearchEvent.Finished(result));
    return result;
  }

  private ExitReason reason(Finals finals) {
    if (cancellation.cancelled()) {
      return ExitReason.CANCELLED;
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
