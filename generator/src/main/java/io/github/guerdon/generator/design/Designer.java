package io.github.guerdon.generator.design;

import java.util.List;
import java.util.Optional;

/** Writes reward functions for a task, a generation at a time. */
public interface Designer {

  /** Returns the designer's name, as records and reports give it. */
  String name();

  /**
   * Proposes rewards for the generation that the context describes.
   *
   * @param count how many are wanted; a designer may return fewer
   * @return proposals, the one at index i for the candidate {@link DesignContext#id}(i)
   * @throws DesignerException if it cannot go on
   */
  List<Proposal> propose(DesignContext context, int count) throws DesignerException;

  /**
   * Tries again with proposals that were refused.
   *
   * @return one each, in order; nothing where a designer gives up
   * @throws DesignerException if it cannot go on
   */
  default List<Optional<Proposal>> repair(DesignContext context, List<Refusal> refusals)
      throws DesignerException {
    return refusals.stream().map(r -> Optional.<Proposal>empty()).toList();
  }

  /** Returns what it has cost so far, earlier sessions of the run included. */
  default Expense expense() {
    return Expense.NONE;
  }
}
