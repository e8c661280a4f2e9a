package io.github.guerdon.sandbox.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class RunningMomentsTest {

  @Test
  void momentsOfBatchesAreThoseOfAllRows() {
    Randomness random = new Randomness(1);
    RunningMoments moments = new RunningMoments(2);
    double[] sums = new double[2];
    double[] squares = new double[2];
    int rows = 0;
    for (int batch = 1; batch <= 20; batch++) {
      float[] values = new float[2 * batch];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (3 * random.normal() + 100 * (i % 2));
        sums[i % 2] += values[i];
        squares[i % 2] += (double) values[i] * values[i];
      }
      moments.add(values, batch);
      rows += batch;
    }

    for (int j = 0; j < 2; j++) {
      double mean = sums[j] / rows;
      assertThat(moments.mean(j)).isCloseTo(mean, within(1e-9));
      assertThat(moments.variance(j)).isCloseTo(squares[j] / rows - mean * mean, within(1e-6));
    }
  }

  @Test
  void varianceOfNothingIsOne() {
    assertThat(new RunningMoments(1).variance(0)).isEqualTo(1);
  }

  @Test
  void rewardsAreScaledBySpreadOfTheirDiscountedSumAndKeepTheirSign() {
    RewardScale small = new RewardScale(2, 0.9);
    RewardScale large = new RewardScale(2, 0.9);
    Randomness random = new Randomness(2);
    double reward = 0;
    for (int i = 0; i < 500; i++) {
      reward = random.normal();
      small.add(new double[] {reward, -reward});
      large.add(new double[] {1000 * reward, -1000 * reward});
    }

    assertThat(large.apply(1000 * reward)).isCloseTo(small.apply(reward), within(1e-4));
    assertThat(Math.signum(small.apply(reward))).isEqualTo(Math.signum(reward));
    assertThat(small.apply(1e5)).isEqualTo(RewardScale.CLIP);
  }
}
