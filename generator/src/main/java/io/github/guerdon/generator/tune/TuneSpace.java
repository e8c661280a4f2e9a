package io.github.guerdon.generator.tune;

import io.github.guerdon.critic.verdict.Tunable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The constants of a reward that may be moved, as a cube: each from 0 at its least to 1 at its
 * greatest value. Where a range spans a decade or more and is above 0, equal steps are equal
 * factors.
 */
public final class TuneSpace {

  private static final double DECADE = 10;

  /** Four digits: what a person would write, and nobody can tell apart more by training. */
  private static final MathContext DIGITS = new MathContext(4);

  private final List<Tunable> tunables;

  /**
   * Makes a space.
   *
   * @throws IllegalArgumentException if nothing can be moved
   */
  public TuneSpace(List<Tunable> tunables) {
    this.tunables = List.copyOf(tunables);
    if (tunables.isEmpty()) {
      throw new IllegalArgumentException(
          "the reward has no constant to tune; mark one: @Tune(min = 0.1, max = 10) private static"
              + " final double …");
    }
  }

  /** Returns how many constants it has. */
  public int size() {
    return tunables.size();
  }

  /** Returns the point of the values in the source. */
  public double[] start() {
    return tunables.stream().mapToDouble(t -> place(t, t.value())).toArray();
  }

  private static boolean logarithmic(Tunable t) {
    return t.min() > 0 && t.max() / t.min() >= DECADE;
  }

  private static double place(Tunable t, double value) {
    return logarithmic(t)
        ? Math.log(value / t.min()) / Math.log(t.max() / t.min())
        : (value - t.min()) / (t.max() - t.min());
  }

  /** Returns the constants' values at a point of the cube, by their names. */
  public Map<String, Double> values(double[] point) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (int i = 0; i < point.length; i++) {
      Tunable t = tunables.get(i);
      double at = Math.max(0, Math.min(1, point[i]));
      double value =
          logarithmic(t)
              ? t.min() * Math.pow(t.max() / t.min(), at)
              : t.min() + at * (t.max() - t.min());
      double written = new BigDecimal(value).round(DIGITS).doubleValue();
      values.put(t.name(), Math.max(t.min(), Math.min(t.max(), written)));
    }
    return values;
  }
}
