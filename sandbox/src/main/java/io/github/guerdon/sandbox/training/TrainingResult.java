package io.github.guerdon.sandbox.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.guerdon.env.Score;
import java.util.List;
import java.util.Objects;

/**
 * What a completed training reached.
 *
 * @param score the deterministic policy of the chosen checkpoint, over {@link
 *     TrainingSettings#evaluationEpisodes} fresh episodes
 * @param curve about twenty points, evenly spaced over the training
 * @param terms statistics of each term over the training, in the program's order
 * @param steps environment steps taken
 * @param seconds wall-clock time of the training, the final measurement included
 * @param stepsPerSecond steps over the time of the training proper
 * @param ownReturn the policy's mean return under its own reward at the chosen checkpoint
 * @param checkpointStep the step of the chosen checkpoint
 * @param blownUpEpisodes episodes of the training that a blown-up simulation ended
 * @param episodes a sample of the training's episodes, even over its steps; empty in the records of
 *     trainings from before there was one
 * @param standings how it stood at the {@link Rungs}; likewise
 */
public record TrainingResult(
    Score score,
    List<CurvePoint> curve,
    List<TermStatistics> terms,
    long steps,
    double seconds,
    double stepsPerSecond,
    double ownReturn,
    long checkpointStep,
    long blownUpEpisodes,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<EpisodeSample> episodes,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Standing> standings) {

  /** Copies the lists. */
  public TrainingResult {
    Objects.requireNonNull(score);
    curve = List.copyOf(curve);
    terms = List.copyOf(terms);
    episodes = Objects.requireNonNullElse(episodes, List.<EpisodeSample>of()).stream().toList();
    standings = Objects.requireNonNullElse(standings, List.<Standing>of()).stream().toList();
  }
}
