package io.github.guerdon.generator.analysis.fault;

import io.github.guerdon.env.TaskDescription;
import io.github.guerdon.generator.analysis.source.RewardText;
import io.github.guerdon.sandbox.training.EpisodeSample;
import io.github.guerdon.sandbox.training.ProbeEvidence;
import io.github.guerdon.sandbox.training.TrainingResult;
import java.util.List;
import java.util.Objects;

/**
 * All that is known of one reward: its source, what the probe saw, and its trainings. Nothing in it
 * comes from another reward.
 */
public final class Evidence {

  private final TaskDescription task;
  private final ProbeEvidence probe;
  private final List<TrainingResult> trainings;
  private final List<TermView> terms;
  private final Course course;

  /**
   * Gathers it.
   *
   * @param task what the reward is for
   * @param source plain Java
   * @param probe what the probe saw
   * @param trainings with different seeds; may be empty
   */
  public Evidence(
      TaskDescription task, String source, ProbeEvidence probe, List<TrainingResult> trainings) {
    this.task = Objects.requireNonNull(task);
    this.probe = probe;
    this.trainings = List.copyOf(trainings);
    RewardText text = RewardText.of(source);
    terms =
        probe.terms().stream()
            .map(
                p ->
                    new TermView(
                        text,
                        p,
                        trainings.stream()
                            .flatMap(t -> t.terms().stream())
                            .filter(t -> t.name().equals(p.name()))
                            .toList()))
            .toList();
    course = Course.of(trainings);
  }

  /** Returns what the reward is for. */
  public TaskDescription task() {
    return task;
  }

  /** Returns its trainings. */
  public List<TrainingResult> trainings() {
    return trainings;
  }

  ProbeEvidence probe() {
    return probe;
  }

  /** Returns the terms, in order. */
  List<TermView> terms() {
    return terms;
  }

  /** Returns whether windows say what a term has to do with the objective. */
  boolean objectiveSeen() {
    return probe.terms().stream().anyMatch(t -> !Double.isNaN(t.pays()));
  }

  /** Returns whether the task can end an episode before its time limit. */
  boolean canEnd() {
    return task.episode().healthy().isPresent();
  }

  int limit() {
    return task.episode().steps();
  }

  Course course() {
    return course;
  }

  /** Returns the sampled episodes of each training's last half. */
  List<EpisodeSample> lateEpisodes() {
    return trainings.stream()
        .flatMap(t -> t.episodes().stream().filter(e -> 2 * e.step() > t.steps()))
        .toList();
  }

  /** Returns what all terms together give more a step where the objective is high. */
  double alignedPay() {
    return terms.stream()
        .filter(TermView::aligned)
        .mapToDouble(t -> Math.max(0, t.probe().pays()))
        .sum();
  }
}
