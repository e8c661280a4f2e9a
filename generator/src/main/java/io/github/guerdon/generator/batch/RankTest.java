package io.github.guerdon.generator.batch;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * The exact one-sided rank sum test: how probably values that come from the same source would lie
 * as low as some of them do. It holds for few values and any distribution; equal values share their
 * ranks. Of zeros and ones it is Fisher's exact test.
 *
 * @see <a href="https://doi.org/10.2307/3001968">Wilcoxon, 1945</a>
 */
final class RankTest {

  private static final int MOST = 100;

  private RankTest() {}

  /**
   * Returns the probability that {@code low} would have so small a sum of ranks by chance.
   *
   * @throws IllegalArgumentException if one of them is empty
   */
  static double probability(List<Double> low, List<Double> high) {
    if (low.isEmpty() || high.isEmpty()) {
      throw new IllegalArgumentException(
          low.size() + " and " + high.size() + " values cannot be compared; each needs one");
    }
    int[] ranks = doubledRanks(low, high);
    int observed = Arrays.stream(ranks, 0, low.size()).sum();
    // ways[k][s]: how many choices of k of the ranks seen so far have the sum s.
    double[][] ways = new double[low.size() + 1][Arrays.stream(ranks).sum() + 1];
    ways[0][0] = 1;
    for (int rank : ranks) {
      for (int k = low.size() - 1; k >= 0; k--) {
        for (int sum = 0; sum + rank < ways[k].length; sum++) {
          ways[k + 1][sum + rank] += ways[k][sum];
        }
      }
    }
    double[] all = ways[low.size()];
    return Arrays.stream(all, 0, observed + 1).sum() / Arrays.stream(all).sum();
  }

  /** Returns twice each value's rank, so that shared ranks are whole; those of the first first. */
  private static int[] doubledRanks(List<Double> first, List<Double> second) {
    double[] all = new double[first.size() + second.size()];
    Arrays.setAll(all, i -> i < first.size() ? first.get(i) : second.get(i - first.size()));
    int[] ranks = new int[all.length];
    for (int i = 0; i < all.length; i++) {
      int below = 0;
      int equal = 0;
      for (double other : all) {
        below += other < all[i] ? 1 : 0;
        equal += other == all[i] ? 1 : 0;
      }
      ranks[i] = 2 * below + equal + 1;
    }
    return ranks;
  }

  /** Returns the least probability that so many values can reach. */
  static double least(int low, int high) {
    double ways = 1;
    for (int i = 1; i <= low; i++) {
      ways = ways * (high + i) / i;
    }
    return 1 / ways;
  }

  /** Returns how many values each side needs to reach a probability; nothing if too many. */
  static OptionalInt needed(double probability) {
    for (int each = 1; each <= MOST; each++) {
      if (least(each, each) <= probability) {
        return OptionalInt.of(each);
      }
    }
    return OptionalInt.empty();
  }
}
