package io.github.guerdon.generator.batch;

import io.github.guerdon.generator.evolve.StrategyName;
import java.util.Objects;

/** One search of a batch: what it varies. */
public record Experiment(TaskEntry task, DesignerEntry designer, StrategyName strategy, long seed) {

  /** Checks for null. */
  public Experiment {
    Objects.requireNonNull(task);
    Objects.requireNonNull(designer);
    Objects.requireNonNull(strategy);
  }

  /** Returns its name, unique in its batch and fit for a file: {@code reacher.offline.tree.s0}. */
  public String name() {
    return String.join(".", task.label(), designer.label(), strategy.word(), "s" + seed);
  }
}
