package io.github.guerdon.sandbox.ppo;

import io.github.guerdon.env.EpisodeRecord;
import io.github.guerdon.env.Tape;
import io.github.guerdon.sandbox.training.CurvePoint;
import io.github.guerdon.sandbox.training.TermPoint;
import io.github.guerdon.sandbox.training.TermStatistics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps account of a training: its curve of about {@value #POINTS} points, and its terms. */
final class Curve {

  static final int POINTS = 20;
  private static final int TENTHS = 10;

  private final long steps;
  private final List<String> terms;
  private final List<String> metrics;
  private final TermAccount whole;
  private final TermAccount first;
  private final TermAccount last;
  private final List<CurvePoint> points = new ArrayList<>();
  private TermAccount stretch;
  private EpisodeMeans episodes;

  Curve(long steps, List<String> terms, List<String> metrics) {
    this.steps = steps;
    this.terms = terms;
    this.metrics = metrics;
    whole = new TermAccount(terms.size());
    first = new TermAccount(terms.size());
    last = new TermAccount(terms.size());
    stretch = new TermAccount(terms.size());
    episodes = new EpisodeMeans(metrics.size());
  }

  /** Takes in the terms of one world's step, the training's step number {@code step}. */
  void step(long step, double[] values, int from) {
    whole.add(values, from);
    stretch.add(values, from);
    if (step * TENTHS <= steps) {
      first.add(values, from);
    } else if (step * TENTHS > steps * (TENTHS - 1)) {
      last.add(values, from);
    }
  }

  /** Takes in an ended episode. */
  void episode(EpisodeRecord episode, double ownReturn) {
    episodes.add(episode, ownReturn);
  }

  /** Ends the stretch if it is long enough and saw an episode end, or the training is over. */
  void reach(long step) {
    boolean due = step * POINTS >= steps * (points.size() + 1L) || step >= steps;
    if (!due || episodes.count == 0 || stretch.count() == 0) {
      return;
    }
    Map<String, Double> metricMeans = new LinkedHashMap<>();
    for (int m = 0; m < metrics.size(); m++) {
      metricMeans.put(metrics.get(m), episodes.metrics[m] / episodes.count);
    }
    Map<String, TermPoint> termPoints = new LinkedHashMap<>();
    for (int k = 0; k < terms.size(); k++) {
      termPoints.put(terms.get(k), new TermPoint(stretch.mean(k), stretch.sd(k), stretch.share(k)));
    }
    points.add(
        new CurvePoint(
            step,
            episodes.ownReturn / episodes.count,
            episodes.length / episodes.count,
            metricMeans,
            termPoints,
            episodes.terminated / episodes.count));
    stretch = new TermAccount(terms.size());
    episodes = new EpisodeMeans(metrics.size());
  }

  List<CurvePoint> points() {
    return List.copyOf(points);
  }

  List<TermStatistics> terms() {
    List<TermStatistics> statistics = new ArrayList<>();
    for (int k = 0; k < terms.size(); k++) {
      statistics.add(
          new TermStatistics(
              terms.get(k),
              whole.mean(k),
              whole.sd(k),
              whole.min(k),
              whole.max(k),
              whole.share(k),
              first.mean(k),
              last.mean(k)));
    }
    return statistics;
  }

  void pass(Tape tape) throws IOException {
    for (TermAccount account : List.of(whole, first, last, stretch)) {
      account.pass(tape);
    }
    episodes.pass(tape);
    Map<String, Double> noMetrics = new LinkedHashMap<>();
    metrics.forEach(metric -> noMetrics.put(metric, 0.0));
    Map<String, TermPoint> noTerms = new LinkedHashMap<>();
    terms.forEach(term -> noTerms.put(term, new TermPoint(0, 0, 0)));
    tape.all(points, new CurvePoint(0, 0, 0, noMetrics, noTerms, 0), Curve::pass);
  }

  private static CurvePoint pass(Tape tape, CurvePoint point) throws IOException {
    long step = tape.whole(point.step());
    double ownReturn = tape.number(point.ownReturn());
    double length = tape.number(point.episodeLength());
    Map<String, Double> metrics = new LinkedHashMap<>(point.metrics());
    for (Map.Entry<String, Double> metric : metrics.entrySet()) {
      metric.setValue(tape.number(metric.getValue()));
    }
    Map<String, TermPoint> terms = new LinkedHashMap<>(point.terms());
    for (Map.Entry<String, TermPoint> entry : terms.entrySet()) {
      TermPoint term = entry.getValue();
      entry.setValue(
          new TermPoint(
              tape.number(term.mean()), tape.number(term.sd()), tape.number(term.share())));
    }
    return new CurvePoint(
        step, ownReturn, length, metrics, terms, tape.number(point.terminatedFraction()));
  }

  /** Sums over the episodes that ended in a stretch. */
  private static final class EpisodeMeans {
    private final double[] metrics;
    private double count;
    private double ownReturn;
    private double length;
    private double terminated;

    EpisodeMeans(int metrics) {
      this.metrics = new double[metrics];
    }

    void pass(Tape tape) throws IOException {
      tape.array(metrics);
      count = tape.number(count);
      ownReturn = tape.number(ownReturn);
      length = tape.number(length);
      terminated = tape.number(terminated);
    }

    void add(EpisodeRecord episode, double own) {
      count++;
      ownReturn += own;
      length += episode.length();
      terminated += episode.terminated() ? 1 : 0;
      for (int m = 0; m < metrics.length; m++) {
        metrics[m] += episode.metrics().get(m);
      }
    }
  }
}
