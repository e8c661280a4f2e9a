package io.github.guerdon.env;

import io.github.guerdon.env.file.Expression;
import java.util.Objects;

/**
 * A number that says how well an episode went, computed from the simulator's state alone.
 *
 * @param name as the task names it
 * @param each its value on a step
 * @param over how an episode's values become one
 * @param unit for people; empty if it has none
 */
public record Metric(String name, Expression each, Over over, String unit) {

  /** The episode's length over its limit; every task has this metric. */
  public static final String SURVIVAL = "survival";

  /** The episode's number of steps; every task has this metric. */
  public static final String LENGTH = "length";

  /** Checks that the expression's type is the one that the summary needs. */
  public Metric {
    Objects.requireNonNull(name);
    Objects.requireNonNull(unit);
    if ((over == Over.FRACTION) != (each.type() == Expression.Type.CONDITION)) {
      throw new IllegalArgumentException(
          "metric '" + name + "': over fraction goes with a condition, the others with a number");
    }
  }

  /** How an episode's values become one; the start state is valued with an action of zeros. */
  public enum Over {
    /** The value of the start state. */
    FIRST,
    /** The value of the last step. */
    LAST,
    /** The smallest value of all steps. */
    MIN,
    /** The largest value of all steps. */
    MAX,
    /** The sum over all steps. */
    SUM,
    /** The mean over all steps. */
    MEAN,
    /** The last step's value less the start state's. */
    CHANGE,
    /** The share of steps on which the condition holds. */
    FRACTION
  }
}
