package io.github.guerdon.generator.analysis.fault;

import io.github.guerdon.sandbox.training.EpisodeSample;
import io.github.guerdon.sandbox.training.TermStatistics;
import java.util.List;

/**
 * The trained policy still falls in the first third of the time, although steps pay: idling pays
 * next to nothing, and a longer episode's return is greater by less than half of what it would be
 * if each step gave the same, or half of the reward and more comes from terms of states that do not
 * go with the objective. A policy that is merely not there yet has as much from each further step,
 * and from progress.
 */
final class SurvivalCollapse implements Detector {

  private static final double SHORT = 0.3;
  private static final double MOST = 0.75;
  private static final double PART = 0.1;
  private static final double PROPORTIONAL = 1;
  private static final double MAINLY = 0.5;

  @Override
  public List<Finding> find(Evidence evidence) {
    Course course = evidence.course();
    List<EpisodeSample> late = evidence.lateEpisodes();
    if (!evidence.canEnd() || course.isEmpty() || late.isEmpty()) {
      return List.of();
    }
    boolean falls =
        course.lateTerminated() >= MOST && course.lateLength() < SHORT * evidence.limit();
    boolean longerIsMore = growth(late) >= PROPORTIONAL / 2 && livesOnProgress(evidence);
    boolean livingPays = evidence.probe().idle() > PART * course.latePerStep();
    if (!falls || livingPays || longerIsMore || course.latePerStep() <= 0) {
      return List.of();
    }
    return List.of(
        new Finding(
            Fault.SURVIVAL_COLLAPSE,
            "",
            Say.text(
                "At the end of training %.0f %% of the episodes end early, after %.0f of %d steps, though a step gives %.3g; doing nothing gives %.3g.",
                100 * course.lateTerminated(),
                course.lateLength(),
                evidence.limit(),
                course.latePerStep(),
                evidence.probe().idle()),
            "Pay for each healthy step, about as much as for ordinary progress."));
  }

  /**
   * Returns whether less than half of the reward is about something else than the objective. A term
   * of that kind may well come to an end, as the sum of a change of speed or pitch does, and then
   * longer episodes only give more because a failed jump is short and gives little.
   */
  private static boolean livesOnProgress(Evidence evidence) {
    double apart =
        evidence.terms().stream()
            .filter(t -> t.readsState() && !t.aligned())
            .mapToDouble(t -> t.trained(TermStatistics::share, 0))
            .sum();
    return !evidence.objectiveSeen() || apart < MAINLY;
  }

  /**
   * Returns by which part of its mean the return grows as the length grows by a part of its mean:
   * {@value #PROPORTIONAL} where each step gives the same, 0 where further steps give nothing.
   */
  private static double growth(List<EpisodeSample> episodes) {
    double length = episodes.stream().mapToInt(EpisodeSample::length).average().orElse(0);
    double own = episodes.stream().mapToDouble(EpisodeSample::ownReturn).average().orElse(0);
    double both =
        episodes.stream().mapToDouble(e -> (e.length() - length) * (e.ownReturn() - own)).sum();
    double square =
        episodes.stream().mapToDouble(e -> (e.length() - length) * (e.length() - length)).sum();
    return square == 0 || own == 0 ? 0 : both / square * length / own;
  }
}
