package io.github.guerdon.reward.slot;

/**
 * The step's facts that potential shaping needs; a process runs programs on one thread, which sets
 * them before each call.
 */
public final class Shaping {

  private static double discount = 1.0;
  private static boolean terminal;

  private Shaping() {}

  /** Sets the learner's discount γ, in (0, 1]. */
  public static void discount(double gamma) {
    discount = gamma;
  }

  /** Sets whether the state after the coming call is terminal (not merely truncated). */
  public static void terminal(boolean isTerminal) {
    terminal = isTerminal;
  }

  /** Returns γ·Φ(after) − Φ(before), a terminal state's potential being 0. */
  public static double potential(double before, double after) {
    return (terminal ? 0.0 : discount * after) - before;
  }
}
