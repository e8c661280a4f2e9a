package io.github.guerdon.sandbox.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The kernel's own gradients against finite differences of the loss, which is taken in doubles. */
@ParameterizedClass
@EnumSource(Device.class)
final class KernelGradientTest {
  private final Device device;

  KernelGradientTest(Device device) {
    this.device = Devices.require(device);
  }

  private static final double STEP = 1e-6;
  private static final int ROWS = 64;

  // So many of each tensor's elements that a case takes a fraction of a second.
  private static final int CHECKED = 8;

  static Stream<NetworkSpec> shapes() {
    return Stream.of(
        Samples.spec(17, 6, Activation.TANH, 64, 64),
        Samples.spec(11, 3, Activation.RELU, 64, 64),
        Samples.spec(5, 2, Activation.TANH, 33, 7, 20),
        Samples.spec(105, 8, Activation.TANH, 40));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void gradientEqualsFiniteDifferences(NetworkSpec spec) {
    UpdateSettings settings = Samples.plainGradient().withEntropyCoefficient(0.02f);
    SplittableRandom random = new SplittableRandom(8);
    try (NativeNetwork network = NativeNetwork.create(spec, 3, device)) {
      FloatBuffer parameters = DirectBuffers.floats(spec.parameterCount());
      network.readParameters(parameters);
      // Away from zero biases, where a unit behind silent ones sits on its kink.
      for (int i = 0; i < parameters.capacity(); i++) {
        parameters.put(i, parameters.get(i) + (float) (0.05 * random.nextGaussian()));
      }
      network.writeParameters(parameters);
      Rollout rollout = Samples.rollout(network, ROWS, 4);
      int[] rows = Samples.permutation(ROWS, 5);
      network.update(rollout, rows, ROWS, settings, 0);
      float[] gradient = Samples.firstMoment(network);

      ReferenceNetwork reference = new ReferenceNetwork(spec);
      reference.writeParameters(parameters);
      for (Tensor tensor : spec.tensors()) {
        for (int k = 0; k < Math.min(CHECKED, tensor.size()); k++) {
          int i = tensor.offset() + random.nextInt(tensor.size());
          assertThat((double) gradient[i])
              .as("%s, parameter %d", tensor.name(), i - tensor.offset())
              .isCloseTo(slope(reference, i, rollout, rows, settings), within(1e-5));
        }
      }
    }
  }

  private static double slope(
      ReferenceNetwork reference, int i, Rollout rollout, int[] rows, UpdateSettings settings) {
    double at = reference.parameters[i];
    reference.parameters[i] = at + STEP;
    double above = reference.loss(rollout, rows, settings);
    reference.parameters[i] = at - STEP;
    double below = reference.loss(rollout, rows, settings);
    reference.parameters[i] = at;
    return (above - below) / (2 * STEP);
  }
}
