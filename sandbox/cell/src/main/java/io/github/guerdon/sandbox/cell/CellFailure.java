package io.github.guerdon.sandbox.cell;

import java.io.Serializable;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * A candidate failed in its cell, or its cell with it: data about the candidate, not an error of
 * ours.
 */
public final class CellFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private final Cause cause;
  private final int world;

  CellFailure(Cause cause, int world, String message) {
    super(message);
    this.cause = cause;
    this.world = world;
  }

  /** Returns why. */
  public Cause cause() {
    return cause;
  }

  /** Returns the index in the frame of the world whose call failed, if it was a call. */
  public OptionalInt world() {
    return world < 0 ? OptionalInt.empty() : OptionalInt.of(world);
  }

  /** Why a candidate failed. */
  public sealed interface Cause extends Serializable {

    /** Returns the cause's one word for records and reports. */
    String word();
  }

  /** More loop rounds and calls in one step than allowed. */
  public record Fuel() implements Cause {
    @Override
    public String word() {
      return "FUEL";
    }
  }

  /**
   * The candidate threw.
   *
   * @param exception the Java class of what it threw
   * @param line the line in the candidate's class, 0 if unknown
   */
  public record Thrown(String exception, int line) implements Cause {
    @Override
    public String word() {
      return "EXCEPTION";
    }
  }

  /** The cell's memory was used up. */
  public record Memory() implements Cause {
    @Override
    public String word() {
      return "MEMORY";
    }
  }

  /**
   * The cell ended by a signal that the launcher did not send.
   *
   * @param signal the signal's number
   */
  public record Killed(int signal) implements Cause {
    @Override
    public String word() {
      return "KILLED";
    }
  }

  /** The cell ended by itself or said something that is no answer. */
  public record Protocol() implements Cause {
    @Override
    public String word() {
      return "PROTOCOL";
    }
  }

  /**
   * No answer within the deadline; the launcher killed the cell.
   *
   * @param after the deadline
   */
  public record Timeout(Duration after) implements Cause {
    @Override
    public String word() {
      return "TIMEOUT";
    }
  }
}
