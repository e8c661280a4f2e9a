package io.github.guerdon.generator.analysis.fault;

import io.github.guerdon.env.Metric;
import io.github.guerdon.env.TaskDescription;
import io.github.guerdon.sandbox.training.CurvePoint;
import io.github.guerdon.sandbox.training.TrainingResult;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What episodes were like at the beginning and at the end of some trainings: means over the first
 * and the last fifth of each one's steps, long enough to hold some episodes of every task.
 *
 * @param task what was trained
 * @param early points of the first fifth, the first one at least
 * @param late points of the last fifth, the last one at least
 */
record Course(TaskDescription task, List<CurvePoint> early, List<CurvePoint> late) {

  private static final double PART = 0.2;

  Course {
    early = List.copyOf(early);
    late = List.copyOf(late);
  }

  static Course of(TaskDescription task, List<TrainingResult> trainings) {
    return new Course(
        task,
        trainings.stream().flatMap(t -> points(t, 0, PART)).toList(),
        trainings.stream().flatMap(t -> points(t, 1 - PART, 1)).toList());
  }

  private static Stream<CurvePoint> points(TrainingResult training, double from, double to) {
    List<CurvePoint> curve = training.curve();
    if (curve.isEmpty()) {
      return Stream.empty();
    }
    List<CurvePoint> within =
        curve.stream()
            .filter(p -> p.step() > from * training.steps() && p.step() <= to * training.steps())
            .toList();
    return within.isEmpty()
        ? Stream.of(curve.get(from == 0 ? 0 : curve.size() - 1))
        : within.stream();
  }

  /** Returns whether nothing is known. */
  boolean isEmpty() {
    return late.isEmpty();
  }

  /** Returns the mean of a number over points. */
  static double mean(List<CurvePoint> points, ToDoubleFunction<CurvePoint> number) {
    return points.stream().mapToDouble(number).average().orElse(Double.NaN);
  }

  /** Returns a point's mean of the metric that the fitness maximises. */
  double objective(CurvePoint point) {
    String metric = task.fitness().maximize();
    return metric.equals(Metric.LENGTH)
        ? point.episodeLength()
        : metric.equals(Metric.SURVIVAL)
            ? point.episodeLength() / task.episode().steps()
            : point.metrics().getOrDefault(metric, Double.NaN);
  }

  /** Returns a point's mean reward a step. */
  static double perStep(CurvePoint point) {
    return point.ownReturn() / point.episodeLength();
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
