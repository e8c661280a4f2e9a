package io.github.guerdon.sandbox.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The oracle's own oracle: finite differences of its loss. */
final class ReferenceGradientTest {
  private static final double STEP = 1e-6;

  static Stream<Arguments> cases() {
    UpdateSettings base = UpdateSettings.standard().withEntropyCoefficient(0.05f);
    return Stream.of(
        Arguments.of(Samples.spec(3, 2, Activation.TANH, 5, 4), base),
        Arguments.of(Samples.spec(4, 1, Activation.RELU, 6), base),
        Arguments.of(
            Samples.spec(2, 3, Activation.TANH, 3, 4, 5), base.withNormaliseAdvantages(false)),
        Arguments.of(Samples.spec(3, 2, Activation.RELU, 5, 4), base.withClipValues(true)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void gradientEqualsFiniteDifferences(NetworkSpec spec, UpdateSettings settings) {
    ReferenceNetwork reference = new ReferenceNetwork(spec);
    try (NativeNetwork network = NativeNetwork.create(spec, 3)) {
      FloatBuffer parameters = DirectBuffers.floats(spec.parameterCount());
      network.readParameters(parameters);
      reference.writeParameters(parameters);
      // Away from zero biases, where a unit behind silent ones sits on its kink.
      SplittableRandom random = new SplittableRandom(6);
      for (int i = 0; i < reference.parameters.length; i++) {
        reference.parameters[i] += 0.1 * random.nextGaussian();
      }
      Rollout rollout = Samples.rollout(network, 24, 4);
      int[] rows = Samples.permutation(24, 5);
      double[] gradient = new double[reference.parameters.length];
      double clipFraction = reference.lossAndGradient(rollout, rows, settings, gradient)[4];
      assertThat(clipFraction)
          .as("both branches of the clip are taken")
          .isStrictlyBetween(0.1, 0.9);
      for (int i = 0; i < gradient.length; i++) {
        double at = reference.parameters[i];
        reference.parameters[i] = at + STEP;
        double above = reference.loss(rollout, rows, settings);
        reference.parameters[i] = at - STEP;
        double below = reference.loss(rollout, rows, settings);
        reference.parameters[i] = at;
        assertThat(gradient[i])
            .as("parameter %d", i)
            .isCloseTo((above - below) / (2 * STEP), within(1e-7));
      }
    }
  }
}
