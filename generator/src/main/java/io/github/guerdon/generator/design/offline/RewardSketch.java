package io.github.guerdon.generator.design.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A reward in the offline designer's own form: the genome that is altered and written as Java.
 *
 * @param terms one to {@value #MOST_TERMS} terms of different structure
 */
record RewardSketch(List<TermSketch> terms) {

  static final int MOST_TERMS = 8;

  RewardSketch {
    terms = List.copyOf(terms);
    if (terms.isEmpty() || terms.size() > MOST_TERMS) {
      throw new IllegalArgumentException(
          "a sketch has " + terms.size() + " terms, must have from 1 to " + MOST_TERMS);
    }
  }

  static RewardSketch of(TermSketch... terms) {
    return new RewardSketch(List.of(terms));
  }

  RewardSketch with(int index, TermSketch term) {
    List<TermSketch> changed = new ArrayList<>(terms);
    changed.set(index, term);
    return new RewardSketch(changed);
  }

  RewardSketch plus(TermSketch term) {
    List<TermSketch> changed = new ArrayList<>(terms);
    changed.add(term);
    return new RewardSketch(changed);
  }

  RewardSketch without(int index) {
    List<TermSketch> changed = new ArrayList<>(terms);
    changed.remove(index);
    return new RewardSketch(changed);
  }

  boolean has(String structure) {
    return terms.stream().anyMatch(t -> t.structure().equals(structure));
  }

  /** Returns whether something in it is given for what the fitness reads. */
  boolean serves() {
    return terms.stream().anyMatch(TermSketch::serves);
  }

  /** Returns its terms' structures, whatever their numbers. */
  String structure() {
    return terms.stream().map(TermSketch::structure).sorted().collect(Collectors.joining(" "));
  }
}
