package io.github.guerdon.env.step;

import io.github.guerdon.env.Draw;
import io.github.guerdon.env.Element;
import io.github.guerdon.env.Observation;
import io.github.guerdon.env.Seeds;
import io.github.guerdon.reward.slot.Slot;
import io.github.guerdon.reward.slot.SlotLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Computes what a policy sees from a row of slots and the values of the task's expressions. */
final class Observer {

  /** A number as it is now, before noise. */
  private record Source(
      boolean ofExpression, int index, Element.Range bounds, Optional<Draw> noise) {}

  /** An item's numbers: its newest ones from {@code from} on, older ones behind them. */
  private record Block(int from, int width, int history) {}

  private final List<Block> blocks = new ArrayList<>();
  private final int[] indices;
  private final boolean[] fromExpressions;
  private final double[] low;
  private final double[] high;
  private final @Nullable Draw[] noise;
  private final int size;

  /**
   * Lays the observation out.
   *
   * @param observe the items
   * @param slots for each slice among the items its slot, in order
   * @param layout how rows are laid out
   * @param firstScalar number of the first scalar item's expression
   */
  Observer(List<Observation> observe, List<Slot> slots, SlotLayout layout, int firstScalar) {
    List<Source> sources = new ArrayList<>();
    int slice = 0;
    int scalar = firstScalar;
    int next = 0;
    for (Observation item : observe) {
      int width = 1;
      if (item.plain() instanceof Observation.Slice one) {
        Slot slot = slots.get(slice++);
        width = slot.width();
        for (int i = 0; i < width; i++) {
          sources.add(new Source(false, layout.offset(slot) + i, one.bounds(), item.noise()));
        }
      } else {
        sources.add(new Source(true, scalar++, Element.Range.UNBOUNDED, item.noise()));
      }
      blocks.add(new Block(next, width, item.history()));
      next += width * item.history();
    }
    size = next;
    indices = sources.stream().mapToInt(Source::index).toArray();
    low = sources.stream().mapToDouble(s -> s.bounds().low()).toArray();
    high = sources.stream().mapToDouble(s -> s.bounds().high()).toArray();
    fromExpressions = new boolean[indices.length];
    noise = new Draw[indices.length];
    for (int i = 0; i < indices.length; i++) {
      fromExpressions[i] = sources.get(i).ofExpression();
      noise[i] = sources.get(i).noise().orElse(null);
    }
  }

  /** Returns how many numbers an observation has. */
  int size() {
    return size;
  }

  /** Returns one number as it is now; one that is not a number stays so. */
  private double value(int i, double[] row, int base, double[] values) {
    double value = fromExpressions[i] ? values[indices[i]] : row[base + indices[i]];
    return value < low[i] ? low[i] : value > high[i] ? high[i] : value;
  }

  /**
   * Writes an observation for a policy over that of the step before.
   *
   * @param first whether there is no step before: the history is all of the first state
   */
  void observe(
      double[] row,
      int base,
      double[] values,
      Seeds random,
      boolean first,
      float[] out,
      int outBase) {
    int i = 0;
    for (Block block : blocks) {
      int from = outBase + block.from();
      System.arraycopy(out, from, out, from + block.width(), block.width() * (block.history() - 1));
      for (int at = from; at < from + block.width(); at++, i++) {
        Draw draw = noise[i];
        double value = value(i, row, base, values);
        out[at] = (float) (draw == null ? value : draw.sample(value, random));
      }
      for (int older = 1; first && older < block.history(); older++) {
        System.arraycopy(out, from, out, from + older * block.width(), block.width());
      }
    }
  }

  /**
   * Returns an observation before noise and rounding; what is older than this step is as a policy
   * saw it.
   */
  double[] exact(double[] row, int base, double[] values, float[] seen, int seenBase) {
    double[] exact = new double[size];
    for (int at = 0; at < size; at++) {
      exact[at] = seen[seenBase + at];
    }
    int i = 0;
    for (Block block : blocks) {
      for (int at = block.from(); at < block.from() + block.width(); at++, i++) {
        exact[at] = value(i, row, base, values);
      }
    }
    return exact;
  }
}
