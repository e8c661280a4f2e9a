package io.github.guerdon.generator.search;

import java.util.List;

/**
 * What a reward gives with seeds that chose nothing.
 *
 * @param mean mean fitness over the seeds whose training completed; not a number if none did
 * @param low lower end of its 95 % bootstrap interval
 * @param high upper end
 * @param iqm interquartile mean over the same seeds
 * @param iqmLow lower end of its 95 % bootstrap interval
 * @param iqmHigh upper end
 * @param values fitness by seed
 * @param failed trainings that gave no fitness
 * @param requirementsMet trainings whose policy met the task's requirements
 */
public record Fresh(
    double mean,
    double low,
    double high,
    double iqm,
    double iqmLow,
    double iqmHigh,
    List<Double> values,
    int failed,
    int requirementsMet) {

  /** Copies the list. */
  public Fresh {
    values = List.copyOf(values);
  }

  /** Returns how many seeds it was trained with. */
  public int seeds() {
    return values.size() + failed;
  }
}
