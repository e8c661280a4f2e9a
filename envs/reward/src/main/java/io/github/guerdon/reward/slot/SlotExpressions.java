package io.github.guerdon.reward.slot;

import io.github.guerdon.reward.Action;

/** What the critic compiles a task's scalar expressions to. */
public interface SlotExpressions {

  /**
   * Evaluates all expressions on one step.
   *
   * @param values receives expression {@code i} at index {@code i}; a condition gives 1 or 0
   */
  void evaluate(SlotState before, Action action, SlotState after, double[] values);
}
