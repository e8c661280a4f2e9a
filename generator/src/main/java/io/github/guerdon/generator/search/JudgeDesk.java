package io.github.guerdon.generator.search;

import io.github.guerdon.env.TaskDescription;
import io.github.guerdon.generator.analysis.Analysis;
import io.github.guerdon.generator.analysis.Analyzer;
import io.github.guerdon.generator.analysis.Failures;
import io.github.guerdon.generator.analysis.fault.Evidence;
import io.github.guerdon.generator.evolve.Candidate;
import io.github.guerdon.generator.evolve.Candidate.Duplicate;
import io.github.guerdon.generator.evolve.Candidate.Failed;
import io.github.guerdon.generator.evolve.Candidate.Outraced;
import io.github.guerdon.generator.evolve.Candidate.Scored;
import io.github.guerdon.generator.evolve.Draft;
import io.github.guerdon.generator.evolve.Scores;
import io.github.guerdon.generator.run.Json;
import io.github.guerdon.generator.run.RunDirectory;
import io.github.guerdon.generator.search.Reviewed.Sound;
import io.github.guerdon.generator.search.Reviewed.Twin;
import io.github.guerdon.generator.search.Reviewed.Unsound;
import io.github.guerdon.sandbox.training.Outcome;
import io.github.guerdon.sandbox.training.TrainingResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Says what became of each draft, and what its designer is told of it. */
final class JudgeDesk {

  private final TaskDescription task;
  private final RunDirectory run;
  private final SearchListener listener;
  private final Map<String, Candidate> judged = new HashMap<>();

  JudgeDesk(TaskDescription task, RunDirectory run, SearchListener listener) {
    this.task = task;
    this.run = run;
    this.listener = listener;
  }

  List<Candidate> judge(List<Trained> trained) {
    List<Candidate> candidates = new ArrayList<>();
    for (Trained each : trained) {
      Candidate candidate =
          each.reviewed().match(s -> judge(s, each), Unsound::candidate, this::duplicate);
      judged.put(candidate.id(), candidate);
      candidates.add(candidate);
    }
    return candidates;
  }

  private Duplicate duplicate(Twin twin) {
    Candidate earlier = Objects.requireNonNull(judged.get(twin.of()));
    Duplicate duplicate = new Duplicate(twin.draft(), twin.source(), earlier, twin.how());
    run.candidate(twin.draft().id(), "analysis.txt", duplicate.feedback() + "\n");
    return duplicate;
  }

  private Candidate judge(Sound sound, Trained trained) {
    List<Outcome> failures = trained.outcomes().stream().filter(Outcome::failed).toList();
    return failures.isEmpty()
        ? trained
            .stop()
            .<Candidate>map(stop -> outraced(sound, trained.outcomes(), stop))
            .orElseGet(() -> scored(sound, Outcome.results(trained.outcomes())))
        : failed(sound, failures);
  }

  private Failed failed(Sound sound, List<Outcome> failures) {
    String word = Failures.word(failures.get(0));
    String message =
        failures.stream()
            .map(Failures::sentence)
            .collect(
                Collectors.collectingAndThen(
                    Collectors.toList(), all -> String.join("\n", Failures.grouped(all))));
    String id = sound.draft().id();
    listener.on(new SearchEvent.CandidateFailed(id, word, message));
    return new Failed(sound.draft(), sound.reward().source(), word, message);
  }

  private Outraced outraced(Sound sound, List<Outcome> outcomes, Race.Stop stop) {
    Draft draft = sound.draft();
    long step = stop.member().standings().get(0).step();
    long of = run.record().settings().training().steps();
    String feedback = StopText.of(task.fitness().maximize(), outcomes, stop, step, of);
    run.candidate(draft.id(), "analysis.txt", feedback + "\n");
    Outraced outraced = new Outraced(draft, sound.reward().source(), step, of, feedback);
    listener.on(
        new SearchEvent.CandidateOutraced(
            draft.id(), step, of, StopText.sentence(task.fitness().maximize(), stop)));
    return outraced;
  }

  private Scored scored(Sound sound, List<TrainingResult> results) {
    Draft draft = sound.draft();
    var score = Scores.pool(results.stream().map(TrainingResult::score).toList());
    Evidence evidence =
        new Evidence(task, sound.reward().source(), sound.probe().evidence(), results);
    Analysis analysis = Analyzer.analyse(evidence, score);
    run.candidate(draft.id(), "analysis.json", Json.pretty(Json.tree(analysis)));
    run.candidate(draft.id(), "analysis.txt", analysis.text());
    listener.on(new SearchEvent.CandidateScored(draft.id(), score));
    return new Scored(draft, sound.reward().source(), score, analysis.text());
  }
}
