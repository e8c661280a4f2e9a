package io.github.guerdon.generator.analysis.fault;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A term that pays a change one way and nothing the other way, does not go with the objective, and
 * already gives a random policy, or a trained one at last, at least {@value #PART} of what the
 * objective's own terms can pay: as much is to be had by moving to and fro. Of a motion without
 * direction one half pays, of two that are added a quarter of the steps is left without pay, of
 * four a sixteenth, so that it is 0 on {@value #FEWEST} to {@value #MOST} of the steps.
 */
final class OscillationFarming implements Detector {

  private static final double PART = 0.5;
  private static final double FEWEST = 0.05;
  private static final double MOST = 0.8;
  private static final Pattern ONE_SIDED =
      Pattern.compile("\\bmax\\s*\\(|\\bclamp\\s*\\(|\\?|\\bif\\b|>");

  @Override
  public List<Finding> find(Evidence evidence) {
    double pay = evidence.alignedPay();
    return evidence.terms().stream()
        .filter(
            t ->
                evidence.objectiveSeen() && t.aboutChange() && ONE_SIDED.matcher(t.source()).find())
        .filter(t -> t.min() >= -DeadTerm.NOTHING && t.max() > 0 && !t.aligned())
        .filter(t -> t.probe().zeros() >= FEWEST && t.probe().zeros() <= MOST)
        .filter(t -> earned(t) >= PART * pay)
        .filter(t -> t.trained(s -> s.share(), 1) >= PART)
        .map(
            t ->
                new Finding(
                    Fault.OSCILLATION_FARMING,
                    t.name(),
                    Say.text(
                        "It is never negative, 0 on %.0f %% of the steps and %.3g a step under random actions, and where %s is high it gives %.3g more, %.2f of its spread.",
                        100 * t.probe().zeros(),
                        t.probe().random(),
                        evidence.task().fitness().maximize(),
                        t.probe().pays(),
                        t.effect()),
                    "Charge regress as progress is paid, as Shape.potential does, or pay the level instead."))
        .toList();
  }

  /** Returns what a step gives of it; random actions alone move a heavy body little. */
  private static double earned(TermView term) {
    return Math.max(term.size(), term.trained(s -> s.last(), 0));
  }
}
