package io.github.guerdon.sandbox.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class AdvantagesTest {

  private static final int WORLDS = 3;
  private static final int STEPS = 40;
  private static final double DISCOUNT = 0.97;
  private static final double LAMBDA = 0.9;

  @Test
  void advantagesEqualTheSumOverAllLaterErrors() {
    Randomness random = new Randomness(5);
    int samples = WORLDS * STEPS;
    float[] rewards = new float[samples];
    float[] values = new float[samples];
    float[] nextValues = new float[samples];
    boolean[] ended = new boolean[samples];
    for (int i = 0; i < samples; i++) {
      rewards[i] = (float) random.normal();
      values[i] = (float) random.normal();
      nextValues[i] = (float) random.normal();
      ended[i] = random.uniform() < 0.1;
    }

    float[] advantages =
        Advantages.estimate(WORLDS, rewards, values, nextValues, ended, DISCOUNT, LAMBDA);

    for (int t = 0; t < STEPS; t++) {
      for (int n = 0; n < WORLDS; n++) {
        double expected = 0;
        double weight = 1;
        for (int later = t; later < STEPS; later++) {
          int i = later * WORLDS + n;
          expected += weight * (rewards[i] + DISCOUNT * nextValues[i] - values[i]);
          if (ended[i]) {
            break;
          }
          weight *= DISCOUNT * LAMBDA;
        }
        assertThat((double) advantages[t * WORLDS + n]).isCloseTo(expected, within(1e-4));
      }
    }
  }

  @Test
  void advantageWithLambdaZeroIsTheOneStepError() {
    float[] advantages =
        Advantages.estimate(
            1,
            new float[] {1, 2},
            new float[] {10, 20},
            new float[] {20, 30},
            new boolean[] {false, false},
            0.5,
            0);

    assertThat(advantages).containsExactly(1f + 10 - 10, 2f + 15 - 20);
  }
}
