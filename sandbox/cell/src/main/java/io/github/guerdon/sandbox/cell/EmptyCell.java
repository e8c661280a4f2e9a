package io.github.guerdon.sandbox.cell;

import java.util.ArrayList;
import java.util.List;

/**
 * A running cell that has proven its seal and holds no candidate.
 *
 * @param wall what was built around it
 */
record EmptyCell(Dialogue dialogue, Greeting greeting, Wall wall) implements AutoCloseable {

  /** Returns the level that it has proven, whatever was built. */
  int level() {
    return greeting.evidence().level();
  }

  /** Returns the proof, a phrase each. */
  List<String> proof() {
    List<String> proof = new ArrayList<>();
    proof.add("level " + level() + ": " + Wall.of(level()).words());
    proof.addAll(greeting.phrases());
    return proof;
  }

  @Override
  public void close() {
    dialogue.close();
  }
}
