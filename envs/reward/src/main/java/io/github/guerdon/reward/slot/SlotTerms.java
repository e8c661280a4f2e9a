package io.github.guerdon.reward.slot;

import io.github.guerdon.reward.Terms;
import java.util.Arrays;
import java.util.List;

/** One step's terms by number. */
public final class SlotTerms implements Terms {

  private final List<String> names;
  private final double[] values;

  /** Makes an all-zero set of terms with these normal names. */
  public SlotTerms(List<String> names) {
    this.names = List.copyOf(names);
    values = new double[names.size()];
  }

  /** Adds to a term by number. */
  public void add(int term, double value) {
    values[term] += value;
  }

  @Override
  public void add(String name, double value) {
    int term = TermName.normalise(name).map(names::indexOf).orElse(-1);
    if (term < 0) {
      throw new IllegalArgumentException("no term '" + name + "'; terms: " + names);
    }
    add(term, value);
  }

  /** Sets all terms to 0. */
  public void clear() {
    Arrays.fill(values, 0.0);
  }

  /** Returns a term's value. */
  public double get(int term) {
    return values[term];
  }

  /** Returns the number of terms. */
  public int size() {
    return values.length;
  }
}
