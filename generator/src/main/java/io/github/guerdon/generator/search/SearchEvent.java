package io.github.guerdon.generator.search;

import io.github.guerdon.env.Score;
import io.github.guerdon.generator.report.Fresh;
import io.github.guerdon.generator.report.SearchResult;
import io.github.guerdon.generator.run.Plan;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Something that a search tells while it runs; a resumed run tells again what it remembers. */
public sealed interface SearchEvent {

  /** The plan is made. */
  record Planned(Plan plan) implements SearchEvent {}

  /** A generation begins. */
  record GenerationStarted(int index, int of, int candidates) implements SearchEvent {}

  /** A candidate passed the critic and the probe. */
  record CandidateAccepted(
      String id, String operator, List<String> parents, List<String> terms, List<String> warnings)
      implements SearchEvent {

    /** Copies the lists. */
    public CandidateAccepted {
      parents = List.copyOf(parents);
      terms = List.copyOf(terms);
      warnings = List.copyOf(warnings);
    }
  }

  /** A candidate did not pass the critic or the probe, and came back repaired. */
  record CandidateSentBack(String id, String outcome, String message, int round, int of)
      implements SearchEvent {}

  /** A candidate did not pass the critic or the probe, nor did its repairs. */
  record CandidateRefused(String id, String outcome, String message) implements SearchEvent {}

  /** A candidate is there already, and is not trained. */
  record CandidateTwin(String id, String of, String how) implements SearchEvent {}

  /** A screen could say nothing of a candidate, and let it pass. */
  record ScreenAbstained(String id, String screen, String why) implements SearchEvent {}

  /**
   * A training has come further.
   *
   * @param label the candidate's id or the baseline's name
   * @param training the training's own id
   */
  record TrainingProgress(
      String label,
      String training,
      long step,
      long of,
      double stepsPerSecond,
      OptionalDouble ownReturn)
      implements SearchEvent {}

  /**
   * A training has ended.
   *
   * @param label the candidate's id or the baseline's name
   * @param outcome {@code COMPLETED} or how it failed
   * @param trainings trainings of the run so far
   * @param steps environment steps of the run so far
   */
  record TrainingFinished(String label, String training, String outcome, long trainings, long steps)
      implements SearchEvent {}

  /** All trainings of a candidate are done. */
  record CandidateScored(String id, Score score) implements SearchEvent {}

  /** A training of a candidate failed, and the candidate with it. */
  record CandidateFailed(String id, String outcome, String message) implements SearchEvent {}

  /** A candidate was stopped at a rung of its training. */
  record CandidateOutraced(String id, long step, long of, String message) implements SearchEvent {}

  /** A generation is done. */
  record GenerationFinished(SearchResult.GenerationBest best) implements SearchEvent {}

  /** A candidate's constants are being moved, by so many short trainings at most. */
  record TuningStarted(String id, int trainings) implements SearchEvent {}

  /** Better constants were found for a candidate. */
  record Tuned(String id, Map<String, Double> values, int trainings) implements SearchEvent {

    /** Copies the map. */
    public Tuned {
      values = Map.copyOf(values);
    }
  }

  /** These finalists are being trained again to choose the winner, with so many more seeds each. */
  record FinalsStarted(List<String> finalists, int seeds) implements SearchEvent {

    /** Copies the list. */
    public FinalsStarted {
      finalists = List.copyOf(finalists);
    }
  }

  /** What a finalist's trainings came to so far, as many as there are seeds. */
  record FinalistScored(String id, Score score, int seeds) implements SearchEvent {}

  /** The winner is chosen; what follows measures it. */
  record WinnerChosen(String id) implements SearchEvent {}

  /** A candidate or a baseline was measured on fresh seeds. */
  record FreshMeasured(String label, Fresh fresh) implements SearchEvent {}

  /** A reward's policy is being tried where the task's model varies. */
  record RobustnessStarted(String label) implements SearchEvent {}

  /** The search is over. */
  record Finished(SearchResult result) implements SearchEvent {}
}
