package io.github.guerdon.generator.design;

import java.util.List;

/** Writes reward functions for a task, a generation at a time. */
public interface Designer {

  /** Returns the designer's name, as records and reports give it. */
  String name();

  /**
   * Proposes rewards for the generation that the context describes.
   *
   * @param count how many are wanted; a designer may return fewer
   */
  List<Proposal> propose(DesignContext context, int count);
}
