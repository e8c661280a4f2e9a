package io.github.guerdon.generator.analysis.fault;

import io.github.guerdon.env.Control;
import io.github.guerdon.env.Episode;
import io.github.guerdon.env.FitnessRule;
import io.github.guerdon.env.Metric;
import io.github.guerdon.env.Score;
import io.github.guerdon.env.Start;
import io.github.guerdon.env.TaskDescription;
import io.github.guerdon.env.Training;
import io.github.guerdon.env.Vary;
import io.github.guerdon.env.file.Expression;
import io.github.guerdon.sandbox.training.CurvePoint;
import io.github.guerdon.sandbox.training.EpisodeSample;
import io.github.guerdon.sandbox.training.ProbeEvidence;
import io.github.guerdon.sandbox.training.TermProbe;
import io.github.guerdon.sandbox.training.TermProbe.Spread;
import io.github.guerdon.sandbox.training.TermStatistics;
import io.github.guerdon.sandbox.training.TrainingResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Evidence of a runner that may fall, written by hand: terms with what the probe saw of each, and
 * perhaps a training. A term that is not told otherwise reads a height and has nothing to do with
 * the objective, which is a distance along x.
 */
final class Script {

  /** A total that mostly is about 0, and 2 in the best states. */
  static final Spread USUAL = spread(-2, 0, 2);

  private final List<TermProbe> probes = new ArrayList<>();
  private final List<TermStatistics> trained = new ArrayList<>();
  private final StringBuilder constants = new StringBuilder();
  private final StringBuilder code = new StringBuilder();
  private Spread totals = USUAL;
  private double alignment;
  private boolean healthy = true;
  private List<CurvePoint> curve = List.of();
  private List<EpisodeSample> episodes = List.of();

  static Spread spread(double low, double median, double high) {
    return new Spread(median, (high - low) / 4, low, low, median, high, high);
  }

  /** Adds the term that the objective is: it pays 2 more in the best states. */
  Script progress(double weight) {
    return term(
        new TermProbe(
            "forward",
            spread(-weight, 0, weight),
            spread(-2 * weight, 0, 2 * weight),
            0,
            0,
            0,
            0,
            1,
            2 * weight),
        "after.body(\"torso\").velocity().x()");
  }

  /** Adds a term with its expression. */
  Script term(TermProbe probe, String expression) {
    probes.add(probe);
    code.append("    terms.add(\"%s\", %s);\n".formatted(probe.name(), expression));
    return this;
  }

  /** Adds a constant, such as {@code WIDTH = 0.5}. */
  Script constant(String assignment) {
    constants.append("  private static final double %s;\n".formatted(assignment));
    return this;
  }

  /** Adds a term of heights that is the same idle and at random, and unlike the objective. */
  Script term(String name, Spread values, double typical) {
    return term(
        new TermProbe(name, values, values, 0, typical, typical, 0, 0, 0),
        "after.body(\"torso\").position().z()");
  }

  Script totals(Spread spread, double rankCorrelation) {
    totals = spread;
    alignment = rankCorrelation;
    return this;
  }

  Script endless() {
    healthy = false;
    return this;
  }

  /** Says what a term was in training. */
  Script trained(String name, double first, double last, double sd, double share) {
    trained.add(
        new TermStatistics(
            name,
            (first + last) / 2,
            sd,
            Math.min(first, last) - sd,
            Math.max(first, last) + sd,
            share,
            first,
            last));
    return this;
  }

  /** Says how the training's episodes were at its end; all of them fell. */
  Script episodes(List<EpisodeSample> samples) {
    double length = samples.stream().mapToInt(EpisodeSample::length).average().orElseThrow();
    double own = samples.stream().mapToDouble(EpisodeSample::ownReturn).average().orElseThrow();
    episodes = samples;
    curve = List.of(point(1_000, own, length));
    return this;
  }

  /** Says how the training's first episodes were and its last; all of them fell. */
  Script lengths(double first, double last, double ownReturn) {
    curve = List.of(point(20, ownReturn, first), point(1_000, ownReturn, last));
    return this;
  }

  private static CurvePoint point(long step, double ownReturn, double length) {
    return new CurvePoint(step, ownReturn, length, Map.of("distance", 0.1), Map.of(), 1);
  }

  static EpisodeSample episode(int length, double ownReturn, double lastReward) {
    return new EpisodeSample(900, length, true, ownReturn, lastReward, 0.1, List.of());
  }

  Evidence evidence() {
    boolean wasTrained = !trained.isEmpty() || !curve.isEmpty();
    TrainingResult result =
        new TrainingResult(
            new Score(true, 0, 0.1, Map.of(), 0, 1, 0),
            curve,
            trained,
            1_000,
            1,
            1_000,
            0,
            1_000,
            0,
            episodes,
            List.of());
    return new Evidence(
        task(healthy),
        """
        public final class Reward implements RewardFunction {
        %s  @Override
          public void reward(State before, Action action, State after, Terms terms) {
        %s  }
        }
        """
            .formatted(constants, code),
        new ProbeEvidence(probes, 600, totals, alignment),
        wasTrained ? List.of(result) : List.of());
  }

  private static TaskDescription task(boolean healthy) {
    Expression.Where where = new Expression.Where("metrics.distance.each", 1, 1);
    Expression each =
        new Expression("after.joint(\"rootx\").position()", Expression.Type.NUMBER, where);
    Expression condition =
        new Expression("after.joint(\"rootz\").position() > 0.7", Expression.Type.CONDITION, where);
    return new TaskDescription(
        "run",
        "Run.",
        "run.xml",
        new Control(1, Control.Derived.END),
        new Episode(
            1000, new Start(List.of()), healthy ? Optional.of(condition) : Optional.empty()),
        List.of(),
        List.of(),
        List.of(new Metric("distance", each, Metric.Over.CHANGE, "m")),
        new FitnessRule(List.of(), "distance"),
        List.of(),
        new Training(1_000, Map.of()),
        List.of(),
        Map.of(),
        Vary.NOTHING);
  }
}
