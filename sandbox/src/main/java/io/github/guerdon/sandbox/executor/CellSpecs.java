package io.github.guerdon.sandbox.executor;

import io.github.guerdon.env.Task;
import io.github.guerdon.reward.slot.Kind;
import io.github.guerdon.sandbox.cell.CellSpec;

/** What a cell has to know of a task. */
public final class CellSpecs {

  private CellSpecs() {}

  /** Returns what a cell has to know of a task, with γ and the most worlds of a frame. */
  public static CellSpec of(Task task, double discount, int worlds) {
    var actuators = task.vocabulary().elements(Kind.ACTUATOR);
    return new CellSpec(
        actuators.stream().map(a -> a.name()).toList(),
        actuators.stream().map(a -> a.range().low()).toList(),
        actuators.stream().map(a -> a.range().high()).toList(),
        task.vocabulary().dt(),
        discount,
        worlds);
  }
}
