package io.github.guerdon.generator.analysis.fault;

import io.github.guerdon.sandbox.training.TermStatistics;
import java.util.List;

/**
 * The largest term is about something else than the objective, pays more than the objective's own
 * terms can, and rose in training more than they did, or pays mere motion more than they pay
 * progress.
 */
final class ProxyHack implements Detector {

  /** A rise of half a spread is no chance over a tenth of a training. */
  private static final double RISE = 0.5;

  private static final double LARGEST = 0.5;

  @Override
  public List<Finding> find(Evidence evidence) {
    double pay = evidence.alignedPay();
    double served =
        evidence.terms().stream().filter(TermView::aligned).mapToDouble(ProxyHack::rise).sum();
    return evidence.terms().stream()
        .filter(t -> evidence.objectiveSeen() && t.readsState() && !t.aligned())
        .filter(t -> t.probe().rollouts().mean() > 0 || t.probe().windows().mean() > 0)
        .filter(t -> t.trained(TermStatistics::share, 0) >= LARGEST)
        .filter(
            t ->
                rise(t) > Math.max(served, RISE * t.trained(TermStatistics::sd, 0))
                    || t.probe().random() - t.probe().idle() > pay)
        .filter(t -> t.trained(TermStatistics::last, 0) > pay)
        .map(
            t ->
                new Finding(
                    Fault.PROXY_HACK,
                    t.name(),
                    Say.text(
                        "It rose from %.3g to %.3g a step in training and makes up %.0f %% of the reward, but where %s is high it gives only %.3g more.",
                        t.trained(TermStatistics::first, 0),
                        t.trained(TermStatistics::last, 0),
                        100 * t.trained(TermStatistics::share, 0),
                        evidence.task().fitness().maximize(),
                        t.probe().pays()),
                    "Pay the task's own quantity, and what this one stands for only beside it."))
        .toList();
  }

  private static double rise(TermView term) {
    return term.trained(TermStatistics::last, 0) - term.trained(TermStatistics::first, 0);
  }
}
