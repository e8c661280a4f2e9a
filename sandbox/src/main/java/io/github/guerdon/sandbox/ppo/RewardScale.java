package io.github.guerdon.sandbox.ppo;

import io.github.guerdon.env.Tape;
import java.io.IOException;

/**
 * Divides rewards by the spread of their discounted sum, within ±{@value #CLIP}, so that one
 * learning rate suits rewards of any size. Shifts nothing: a reward keeps its sign.
 *
 * <p>As in
 * https://github.com/openai/baselines/blob/master/baselines/common/vec_env/vec_normalize.py.
 */
final class RewardScale {

  static final double CLIP = 10;
  private static final double EPSILON = 1e-8;

  private final double discount;
  private final float[] sums;
  private final RunningMoments moments = new RunningMoments(1);

  RewardScale(int worlds, double discount) {
    this.discount = discount;
    sums = new float[worlds];
  }

  /** Takes in one step's rewards. */
  void add(double[] rewards) {
    for (int n = 0; n < sums.length; n++) {
      sums[n] = (float) (sums[n] * discount + rewards[n]);
    }
    moments.add(sums, sums.length);
  }

  /** Forgets the sum of a world whose episode ended. */
  void end(int world) {
    sums[world] = 0;
  }

  double apply(double reward) {
    double scaled = reward / Math.sqrt(moments.variance(0) + EPSILON);
    return Math.max(-CLIP, Math.min(CLIP, scaled));
  }

  void pass(Tape tape) throws IOException {
    tape.array(sums);
    moments.pass(tape);
  }
}
