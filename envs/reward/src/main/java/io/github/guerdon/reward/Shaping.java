package io.github.guerdon.reward;

/**
 * Holds the step's facts that {@link Shape#potential} needs. Only the host sets them, before each
 * call, on the one thread on which a process runs programs; the critic refuses its name in rewards.
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
