package io.github.guerdon.generator.analysis.fault;

import io.github.guerdon.sandbox.training.CurvePoint;
import io.github.guerdon.sandbox.training.TrainingResult;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What episodes were like at the beginning and the end of some trainings: means over the last fifth
 * of each one's steps, long enough to hold some episodes of every task, and at first as early as is
 * known, as a policy may be quick to change.
 *
 * @param first each training's first point
 * @param late points of the last fifth, the last one at least
 */
record Course(List<CurvePoint> first, List<CurvePoint> late) {

  private static final double PART = 0.2;

  Course {
    first = List.copyOf(first);
    late = List.copyOf(late);
  }

  static Course of(List<TrainingResult> trainings) {
    return new Course(
        trainings.stream().flatMap(t -> t.curve().stream().limit(1)).toList(),
        trainings.stream().flatMap(Course::late).toList());
  }

  private static Stream<CurvePoint> late(TrainingResult training) {
    List<CurvePoint> curve = training.curve();
    List<CurvePoint> within =
        curve.stream().filter(p -> p.step() > (1 - PART) * training.steps()).toList();
    return within.isEmpty() ? curve.stream().skip(Math.max(0, curve.size() - 1)) : within.stream();
  }

  /** Returns whether nothing is known. */
  boolean isEmpty() {
    return late.isEmpty();
  }

  private static double mean(List<CurvePoint> points, ToDoubleFunction<CurvePoint> number) {
    return points.stream().mapToDouble(number).average().orElse(Double.NaN);
  }

  /** Returns a point's mean reward a step. */
  private static double perStep(CurvePoint point) {
    return point.ownReturn() / point.episodeLength();
  }

  double firstLength() {
    return mean(first, CurvePoint::episodeLength);
  }

  double lateLength() {
    return mean(late, CurvePoint::episodeLength);
  }

  double lateTerminated() {
    return mean(late, CurvePoint::terminatedFraction);
  }

  double latePerStep() {
    return mean(late, Course::perStep);
  }
}
