package io.github.guerdon.sandbox.nn;

/**
 * Sets the loss of an update and its optimiser; see <a
 * href="https://arxiv.org/abs/1707.06347">PPO</a> and <a
 * href="https://arxiv.org/abs/1412.6980">Adam</a>.
 *
 * @param clipRange how far the probability ratio counts from 1
 * @param clipValues whether a value may also move no further than {@code clipRange} from the
 *     rollout's
 * @param valueCoefficient weight of the value loss
 * @param entropyCoefficient weight of the entropy bonus
 * @param normaliseAdvantages to mean 0 and standard deviation 1 in each mini-batch of at least two
 *     rows
 * @param maxGradientNorm over all parameters; infinite for no limit
 * @param adamBeta1 decay of the first moment
 * @param adamBeta2 decay of the second moment
 * @param adamEpsilon added to the root of the second moment
 */
public record UpdateSettings(
    float clipRange,
    boolean clipValues,
    float valueCoefficient,
    float entropyCoefficient,
    boolean normaliseAdvantages,
    float maxGradientNorm,
    float adamBeta1,
    float adamBeta2,
    float adamEpsilon) {

  public UpdateSettings {
    require("clipRange", clipRange, clipRange > 0 && clipRange < 1, "between 0 and 1");
    require("valueCoefficient", valueCoefficient, finite(valueCoefficient), "finite, at least 0");
    require(
        "entropyCoefficient", entropyCoefficient, finite(entropyCoefficient), "finite, at least 0");
    require("maxGradientNorm", maxGradientNorm, maxGradientNorm > 0, "above 0");
    require("adamBeta1", adamBeta1, adamBeta1 >= 0 && adamBeta1 < 1, "at least 0, below 1");
    require("adamBeta2", adamBeta2, adamBeta2 >= 0 && adamBeta2 < 1, "at least 0, below 1");
    require("adamEpsilon", adamEpsilon, adamEpsilon > 0 && finite(adamEpsilon), "finite, above 0");
  }

  /** Gives the customary settings of PPO for continuous control. */
  public static UpdateSettings standard() {
    return new UpdateSettings(0.2f, false, 0.5f, 0, true, 0.5f, 0.9f, 0.999f, 1e-5f);
  }

  /** Gives these settings with another clip range. */
  public UpdateSettings withClipRange(float value) {
    return new UpdateSettings(
        value,
        clipValues,
        valueCoefficient,
        entropyCoefficient,
        normaliseAdvantages,
        maxGradientNorm,
        adamBeta1,
        adamBeta2,
        adamEpsilon);
  }

  /** Gives these settings with value clipping on or off. */
  public UpdateSettings withClipValues(boolean value) {
    return new UpdateSettings(
        clipRange,
        value,
        valueCoefficient,
        entropyCoefficient,
        normaliseAdvantages,
        maxGradientNorm,
        adamBeta1,
        adamBeta2,
        adamEpsilon);
  }

  /** Gives these settings with another weight of the value loss. */
  public UpdateSettings withValueCoefficient(float value) {
    return new UpdateSettings(
        clipRange,
        clipValues,
        value,
        entropyCoefficient,
        normaliseAdvantages,
        maxGradientNorm,
        adamBeta1,
        adamBeta2,
        adamEpsilon);
  }

  /** Gives these settings with another weight of the entropy bonus. */
  public UpdateSettings withEntropyCoefficient(float value) {
    return new UpdateSettings(
        clipRange,
        clipValues,
        valueCoefficient,
        value,
        normaliseAdvantages,
        maxGradientNorm,
        adamBeta1,
        adamBeta2,
        adamEpsilon);
  }

  /** Gives these settings with normalised or plain advantages. */
  public UpdateSettings withNormaliseAdvantages(boolean value) {
    return new UpdateSettings(
        clipRange,
        clipValues,
        valueCoefficient,
        entropyCoefficient,
        value,
        maxGradientNorm,
        adamBeta1,
        adamBeta2,
        adamEpsilon);
  }

  /** Gives these settings with another limit of the gradient's norm. */
  public UpdateSettings withMaxGradientNorm(float value) {
    return new UpdateSettings(
        clipRange,
        clipValues,
        valueCoefficient,
        entropyCoefficient,
        normaliseAdvantages,
        value,
        adamBeta1,
        adamBeta2,
        adamEpsilon);
  }

  /** Gives these settings with other decays of Adam's moments. */
  public UpdateSettings withAdamBetas(float first, float second) {
    return new UpdateSettings(
        clipRange,
        clipValues,
        valueCoefficient,
        entropyCoefficient,
        normaliseAdvantages,
        maxGradientNorm,
        first,
        second,
        adamEpsilon);
  }

  /** Gives these settings with another Adam epsilon. */
  public UpdateSettings withAdamEpsilon(float value) {
    return new UpdateSettings(
        clipRange,
        clipValues,
        valueCoefficient,
        entropyCoefficient,
        normaliseAdvantages,
        maxGradientNorm,
        adamBeta1,
        adamBeta2,
        value);
  }

  private static boolean finite(float value) {
    return value >= 0 && Float.isFinite(value);
  }

  private static void require(String name, float value, boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(
          name + " " + value + " must be " + rule + ": change the setting");
    }
  }
}
