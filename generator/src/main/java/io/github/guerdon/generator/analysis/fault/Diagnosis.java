package io.github.guerdon.generator.analysis.fault;

import io.github.guerdon.sandbox.training.Outcome;
import io.github.guerdon.sandbox.training.ProbeResult;
import java.util.List;

/** Puts evidence before all detectors. */
public final class Diagnosis {

  /** In the order of {@link Fault}: causes before what follows from them. */
  private static final List<Detector> DETECTORS =
      List.of(
          new ScaleExplosion(),
          new WrongSign(),
          new UnitError(),
          new EarlyEndFarming(),
          new SurvivalCollapse(),
          new SparseExploration(),
          new DeadTerm(),
          new SaturatedTerm(),
          new OscillationFarming(),
          new IdleExploit(),
          new Flooding(),
          new ProxyHack());

  private Diagnosis() {}

  /** Returns what a probe shows that refused a reward; of a failing process nothing is known. */
  public static List<Finding> of(ProbeResult.Failed failed) {
    return switch (failed.outcome()) {
      case ProbeResult.Failed.NONFINITE -> List.of(exploded(failed));
      case ProbeResult.Failed.RANGE ->
          List.of(Math.abs(failed.value()) >= 1 ? exploded(failed) : vanished(failed));
      case ProbeResult.Failed.CONSTANT ->
          List.of(
              new Finding(
                  Fault.DEAD_TERM,
                  "",
                  "No term changed in any of the probing rollouts.",
                  "Let a term read what changes on the way to the goal."));
      default -> List.of();
    };
  }

  private static Finding exploded(ProbeResult.Failed failed) {
    return new Finding(
        Fault.SCALE_EXPLOSION,
        failed.term(),
        Say.text("It was %s in a probing rollout.", failed.value()),
        ScaleExplosion.SUGGESTION);
  }

  /** A term that fades to less than a normal number fades over states that policies meet. */
  private static Finding vanished(ProbeResult.Failed failed) {
    return new Finding(
        Fault.SPARSE_EXPLORATION,
        failed.term(),
        Say.text("It fades to %s in a probing rollout.", failed.value()),
        "Widen its shape, so that it has a slope from where policies start.");
  }

  /**
   * Returns what a training shows that numbers out of bounds ended; of a crash nothing is known.
   */
  public static List<Finding> of(Outcome.Diverged diverged) {
    return diverged.term().equals(Outcome.Diverged.LEARNER)
        ? List.of()
        : List.of(
            new Finding(
                Fault.SCALE_EXPLOSION,
                diverged.term(),
                Say.text(
                    "It was %s at step %d of the training, which ended it.",
                    diverged.value(), diverged.step()),
                ScaleExplosion.SUGGESTION));
  }

  /** Returns the faults that the evidence shows, causes before what follows from them. */
  public static List<Finding> of(Evidence evidence) {
    return DETECTORS.stream().flatMap(d -> d.find(evidence).stream()).toList();
  }
}
