package io.github.guerdon.reward.slot;

/**
 * Bounds the work of one reward call: compiled candidates spend one unit at each loop head and
 * method entry.
 */
public final class Fuel {

  /** Units for one call; a typical reward uses 10 to 60. */
  public static final int PER_CALL = 20_000;

  private static int left = PER_CALL;

  private Fuel() {}

  /** Fills up before a call. */
  public static void refill() {
    left = PER_CALL;
  }

  /**
   * Spends one unit.
   *
   * @throws Exhausted if the call has used up its fuel
   */
  public static void spend() {
    if (--left < 0) {
      throw new Exhausted();
    }
  }

  /** Ends a call that ran out of fuel. */
  public static final class Exhausted extends Error {
    private static final long serialVersionUID = 1L;

    Exhausted() {
      super("more than " + PER_CALL + " loop rounds and calls in one step");
    }
  }
}
