package io.github.guerdon.env;

import io.github.guerdon.reward.slot.Slot;
import io.github.guerdon.reward.slot.SlotLayout;
import java.util.ArrayList;
import java.util.List;

/** Computes what a policy sees from a row of slots and the values of the task's expressions. */
final class Observer {

  private final int[] sources;
  private final boolean[] fromExpressions;
  private final double[] low;
  private final double[] high;

  /**
   * Lays the observation out.
   *
   * @param observe the items
   * @param slots for each slice among the items its slot, in order
   * @param layout how rows are laid out
   * @param firstScalar number of the first scalar item's expression
   */
  Observer(List<Observation> observe, List<Slot> slots, SlotLayout layout, int firstScalar) {
    List<Integer> from = new ArrayList<>();
    List<Boolean> expressions = new ArrayList<>();
    List<Element.Range> bounds = new ArrayList<>();
    int slice = 0;
    int scalar = firstScalar;
    for (Observation item : observe) {
      if (item instanceof Observation.Slice one) {
        Slot slot = slots.get(slice++);
        for (int i = 0; i < slot.width(); i++) {
          from.add(layout.offset(slot) + i);
          expressions.add(false);
          bounds.add(one.bounds());
        }
      } else {
        from.add(scalar++);
        expressions.add(true);
        bounds.add(Element.Range.UNBOUNDED);
      }
    }
    sources = from.stream().mapToInt(Integer::intValue).toArray();
    fromExpressions = new boolean[sources.length];
    for (int i = 0; i < sources.length; i++) {
      fromExpressions[i] = expressions.get(i);
    }
    low = bounds.stream().mapToDouble(Element.Range::low).toArray();
    high = bounds.stream().mapToDouble(Element.Range::high).toArray();
  }

  /** Returns how many numbers an observation has. */
  int size() {
    return sources.length;
  }

  /** Returns one number; one that is not a number stays so. */
  double value(int i, double[] row, int base, double[] values) {
    double value = fromExpressions[i] ? values[sources[i]] : row[base + sources[i]];
    return value < low[i] ? low[i] : value > high[i] ? high[i] : value;
  }

  /** Writes an observation for a policy. */
  void observe(double[] row, int base, double[] values, float[] out, int outBase) {
    for (int i = 0; i < sources.length; i++) {
      out[outBase + i] = (float) value(i, row, base, values);
    }
  }
}
