package io.github.guerdon.generator.analysis.fault;

import io.github.guerdon.sandbox.training.EpisodeSample;
import io.github.guerdon.sandbox.training.ProbeEvidence;
import java.util.List;

/**
 * The sooner the episode ends, the better: nearly every step costs, whatever the state, or a policy
 * has learned to end episodes sooner while its steps cost, so that ending saves the cost; or most
 * of an episode's return comes on the step that ends it.
 */
final class EarlyEndFarming implements Detector {

  private static final double MOST = 0.5;
  private static final double OUTSTANDING = 10;
  private static final double NEARLY_ALL = 0.9;

  @Override
  public List<Finding> find(Evidence evidence) {
    if (!evidence.canEnd()) {
      return List.of();
    }
    Course course = evidence.course();
    double best = evidence.probe().totals().high();
    boolean costs =
        evidence.probe().windows() > 0
            && evidence.probe().idle() < 0
            && (best < 0 || endsSooner(evidence));
    boolean ends =
        course.isEmpty()
            || (course.latePerStep() < 0 && course.lateLength() < MOST * evidence.limit());
    if (costs && ends) {
      return List.of(
          new Finding(
              Fault.EARLY_END_FARMING,
              "",
              Say.text(
                  "Nineteen of twenty states thrown far about give less than %.3g a step, doing nothing gives %.3g%s.",
                  best,
                  evidence.probe().idle(),
                  course.isEmpty()
                      ? ""
                      : Say.text(
                          "; at the end of training episodes last %.0f of %d steps at %.3g a step",
                          course.lateLength(), evidence.limit(), course.latePerStep())),
              "Pay for each healthy step what makes living better than ending, or turn the cost into a bounded reward."));
    }
    return evidence.trainings().isEmpty()
        ? atTheEnd(evidence.probe())
        : atTheEnd(evidence.lateEpisodes());
  }

  /** Returns whether episodes became shorter by half, nearly all of them by their end. */
  private static boolean endsSooner(Evidence evidence) {
    Course course = evidence.course();
    return !course.isEmpty()
        && course.lateTerminated() >= NEARLY_ALL
        && course.lateLength() < MOST * course.firstLength();
  }

  private static List<Finding> atTheEnd(ProbeEvidence probe) {
    double ordinary = Math.max(Math.abs(probe.totals().high()), Math.abs(probe.totals().low()));
    return probe.windows() > 0 && probe.end() > OUTSTANDING * ordinary
        ? List.of(
            finding(
                Say.text(
                    "A step that ends an episode gives %.3g, nineteen of twenty other states less than %.3g.",
                    probe.end(), probe.totals().high())))
        : List.of();
  }

  private static Finding finding(String evidence) {
    return new Finding(
        Fault.EARLY_END_FARMING,
        "",
        evidence,
        "Give nothing for the state in which the episode ends, or charge it.");
  }

  private static List<Finding> atTheEnd(List<EpisodeSample> episodes) {
    List<EpisodeSample> ended = episodes.stream().filter(EpisodeSample::terminated).toList();
    double last = ended.stream().mapToDouble(EpisodeSample::lastReward).average().orElse(0);
    double whole = ended.stream().mapToDouble(EpisodeSample::ownReturn).average().orElse(0);
    double length = ended.stream().mapToDouble(EpisodeSample::length).average().orElse(0);
    boolean most = 2 * ended.size() > episodes.size();
    return most && length >= 2 && last > 0 && last > MOST * whole
        ? List.of(
            finding(
                Say.text(
                    "In the last half of training an episode's last step gave %.3g of a return of %.3g, after %.0f steps.",
                    last, whole, length)))
        : List.of();
  }
}
