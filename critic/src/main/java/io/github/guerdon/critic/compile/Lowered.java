package io.github.guerdon.critic.compile;

import io.github.guerdon.reward.slot.SlotTable;
import java.util.List;

/**
 * An accepted program in the small Java that Janino compiles correctly.
 *
 * @param className the class's name
 * @param text the Java, with the source line of each of its lines
 * @param table what it reads
 * @param terms names of the terms that it adds, by number
 * @param readsStart whether it asks for the episode's first state
 */
record Lowered(
    String className, LoweredText text, SlotTable table, List<String> terms, boolean readsStart) {

  Lowered {
    terms = List.copyOf(terms);
  }
}
