package io.github.guerdon.reward;

/** What rewards are made of. */
public final class Shape {

  private static final double LN_TENTH = StrictMath.log(0.1);

  private Shape() {}

  /** Returns {@code x} brought into {@code [low, high]}. */
  public static double clamp(double x, double low, double high) {
    return Math.max(low, Math.min(high, x));
  }

  /** Returns the logistic function 1 / (1 + exp(−x)), in (0, 1). */
  public static double sigmoid(double x) {
    return 1.0 / (1.0 + StrictMath.exp(-x));
  }

  /**
   * Returns 1 within {@code [low, high]}, falling outside as a Gaussian to 0.1 at {@code margin}
   * from the nearer bound; with margin 0 it is 0 outside.
   */
  public static double tolerance(double x, double low, double high, double margin) {
    double outside = Math.max(0.0, Math.max(low - x, x - high));
    if (outside == 0.0) {
      return 1.0;
    }
    if (margin <= 0.0) {
      return 0.0;
    }
    double d = outside / margin;
    return StrictMath.exp(LN_TENTH * d * d);
  }

  /** Returns exp(−x² / 2w²). */
  public static double gaussian(double x, double w) {
    return StrictMath.exp(-(x * x) / (2 * w * w));
  }

  /** Returns the same angle in [−π, π), in rad. */
  public static double wrapAngle(double angle) {
    double turn = 2 * Math.PI;
    return angle - turn * Math.floor((angle + Math.PI) / turn);
  }

  /** Returns the value at {@code t} on the line from {@code a} (t = 0) to {@code b} (t = 1). */
  public static double lerp(double a, double b, double t) {
    return a + (b - a) * t;
  }

  /**
   * Returns γ·Φ(after) − Φ(before), with the learner's γ and a terminal state's potential counted
   * as 0; such a term changes no optimal policy (Ng, Harada and Russell, 1999).
   *
   * @param before the potential of the state before the step
   * @param after the potential of the state after it
   */
  public static double potential(double before, double after) {
    return Shaping.potential(before, after);
  }
}
