package io.github.guerdon.sandbox.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the policy did in one stretch of its training; means are over the episodes that ended in it.
 * A stretch in which none ended is joined with the next one.
 *
 * @param step environment steps at the stretch's end
 * @param ownReturn mean undiscounted return under the policy's own reward
 * @param episodeLength mean length in control steps
 * @param metrics mean of each of the task's metrics
 * @param terms each term over the stretch's steps
 * @param terminatedFraction share of the episodes that ended before their time limit
 */
public record CurvePoint(
    long step,
    double ownReturn,
    double episodeLength,
    Map<String, Double> metrics,
    Map<String, TermPoint> terms,
    double terminatedFraction) {

  /** Copies the maps, keeping their order. */
  public CurvePoint {
    metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
  }
}
