package io.github.guerdon.sandbox.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The fast version against the obvious one. */
@ParameterizedClass
@EnumSource(Device.class)
final class KernelAgainstReferenceTest {
  private final Device device;

  KernelAgainstReferenceTest(Device device) {
    this.device = Devices.require(device);
  }

  // A large epsilon keeps Adam from blowing rounding in a vanishing gradient up to a whole step.
  private static final UpdateSettings SETTINGS =
      UpdateSettings.standard().withEntropyCoefficient(0.01f).withAdamEpsilon(1e-3f);

  static Stream<NetworkSpec> shapes() {
    return Stream.of(
        Samples.spec(1, 1, Activation.TANH, 32),
        Samples.spec(3, 1, Activation.TANH, 64, 64),
        Samples.spec(11, 3, Activation.TANH, 64, 64),
        Samples.spec(11, 3, Activation.RELU, 64, 64),
        Samples.spec(17, 6, Activation.TANH, 64, 32, 16),
        Samples.spec(17, 8, Activation.RELU, 33, 5, 100),
        Samples.spec(27, 9, Activation.TANH, 7, 21),
        Samples.spec(105, 8, Activation.TANH, 256),
        Samples.spec(376, 17, Activation.RELU, 256, 64),
        Samples.spec(376, 40, Activation.TANH, 32, 256, 64));
  }

  static Stream<Arguments> shapesAndBatches() {
    return shapes()
        .flatMap(spec -> Stream.of(1, 7, 64, 128).map(batch -> Arguments.of(spec, batch)));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void forwardEqualsTheReference(NetworkSpec spec) {
    try (NativeNetwork network = NativeNetwork.create(spec, 5, device)) {
      ReferenceNetwork reference = copy(network);
      for (int rows : new int[] {1, 2, 3, 4, 5, 6, 64, 131}) {
        Rollout rollout = Samples.rollout(network, rows, 6);
        FloatBuffer means = DirectBuffers.floats(rows * spec.actionSize());
        FloatBuffer expectedMeans = DirectBuffers.floats(rows * spec.actionSize());
        FloatBuffer values = DirectBuffers.floats(rows);
        FloatBuffer expectedValues = DirectBuffers.floats(rows);
        network.forward(rollout.observations(), rows, means, values);
        reference.forward(rollout.observations(), rows, expectedMeans, expectedValues);
        assertThat(Samples.floats(means))
            .containsExactly(Samples.floats(expectedMeans), offset(2e-5f));
        assertThat(Samples.floats(values))
            .containsExactly(Samples.floats(expectedValues), offset(2e-5f));
        FloatBuffer alone = DirectBuffers.floats(rows);
        network.values(rollout.observations(), rows, alone);
        assertThat(Samples.floats(alone)).isEqualTo(Samples.floats(values));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("shapesAndBatches")
  void updatesEqualTheReference(NetworkSpec spec, int miniBatch) {
    try (NativeNetwork network = NativeNetwork.create(spec, 5, device)) {
      ReferenceNetwork reference = copy(network);
      int capacity = Math.max(miniBatch, 8) + 3;
      Rollout rollout = Samples.rollout(network, capacity, 6);
      int[] rows = Samples.permutation(capacity, 7);
      UpdateStatistics first = network.update(rollout, rows, miniBatch, SETTINGS, 1e-3f);
      assertClose(first, reference.update(rollout, rows, miniBatch, SETTINGS, 1e-3f));
      assertMomentsClose(network, reference);
      assertClose(
          network.update(rollout, rows, miniBatch, SETTINGS, 1e-3f),
          reference.update(rollout, rows, miniBatch, SETTINGS, 1e-3f));
      assertThat(Samples.distance(Samples.parameters(network), Samples.parameters(reference)))
          .isLessThan(2e-5);
      assertThat(network.adamSteps()).isEqualTo(reference.adamSteps());
    }
  }

  @Test
  void everySettingReachesTheKernel() {
    NetworkSpec spec = Samples.spec(11, 3, Activation.TANH, 32, 32);
    UpdateSettings base = UpdateSettings.standard().withAdamEpsilon(1e-3f);
    Stream.of(
            base,
            base.withClipRange(0.05f),
            base.withClipValues(true),
            base.withClipValues(true).withClipRange(0.05f),
            base.withValueCoefficient(2),
            base.withEntropyCoefficient(0.3f),
            base.withNormaliseAdvantages(false),
            base.withMaxGradientNorm(Float.POSITIVE_INFINITY),
            base.withMaxGradientNorm(0.01f),
            base.withAdamBetas(0.5f, 0.9f),
            base.withAdamEpsilon(0.1f))
        .forEach(
            settings -> {
              try (NativeNetwork network = NativeNetwork.create(spec, 5, device)) {
                ReferenceNetwork reference = copy(network);
                Rollout rollout = Samples.rollout(network, 96, 6);
                int[] rows = Samples.permutation(96, 7);
                for (int i = 0; i < 3; i++) {
                  assertClose(
                      network.update(rollout, rows, 32, settings, 3e-3f),
                      reference.update(rollout, rows, 32, settings, 3e-3f));
                }
                assertThat(
                        Samples.distance(
                            Samples.parameters(network), Samples.parameters(reference)))
                    .as(settings.toString())
                    .isLessThan(5e-5);
              }
            });
  }

  @Test
  void longTrainingStaysWithTheReference() {
    NetworkSpec spec = Samples.spec(3, 1, Activation.TANH, 32, 32);
    try (NativeNetwork network = NativeNetwork.create(spec, 5, device)) {
      ReferenceNetwork reference = copy(network);
      Rollout rollout = Samples.rollout(network, 256, 6);
      float start =
          network.update(rollout, Samples.permutation(256, 0), 64, SETTINGS, 1e-3f).valueLoss();
      reference.update(rollout, Samples.permutation(256, 0), 64, SETTINGS, 1e-3f);
      UpdateStatistics end =
          network.update(rollout, Samples.permutation(256, 1), 64, SETTINGS, 1e-3f);
      UpdateStatistics expected =
          reference.update(rollout, Samples.permutation(256, 1), 64, SETTINGS, 1e-3f);
      for (int epoch = 2; epoch < 60; epoch++) {
        end = network.update(rollout, Samples.permutation(256, epoch), 64, SETTINGS, 1e-3f);
        expected = reference.update(rollout, Samples.permutation(256, epoch), 64, SETTINGS, 1e-3f);
      }
      assertThat(end.valueLoss())
          .isLessThan(0.97f * start)
          .isCloseTo(expected.valueLoss(), within(1e-3f));
      assertThat(end.entropy()).isCloseTo(expected.entropy(), within(1e-3f));
    }
  }

  @Test
  void hyperbolicTangentIsAccurateEverywhere() {
    NetworkSpec spec = Samples.spec(1, 1, Activation.TANH, 1);
    try (NativeNetwork network = NativeNetwork.create(spec, 1, device)) {
      // value = 1 * tanh(1 * x + 0) + 0
      FloatBuffer parameters = DirectBuffers.floats(spec.parameterCount());
      for (Tensor tensor : spec.tensors()) {
        parameters.put(tensor.offset(), tensor.name().endsWith("weight") ? 1 : 0);
      }
      network.writeParameters(parameters);
      int count = 40_001;
      FloatBuffer x = DirectBuffers.floats(count);
      for (int i = 0; i < count; i++) {
        x.put(i, (i - 20_000) * 1e-3f);
      }
      FloatBuffer y = DirectBuffers.floats(count);
      network.values(x, count, y);
      for (int i = 0; i < count; i++) {
        double expected = StrictMath.tanh(x.get(i));
        assertThat((double) y.get(i)).isCloseTo(expected, within(1e-6 * Math.abs(expected)));
        assertThat(Math.abs(y.get(i))).isLessThanOrEqualTo(1);
      }
    }
  }

  private static ReferenceNetwork copy(NativeNetwork network) {
    ReferenceNetwork reference = new ReferenceNetwork(network.spec());
    FloatBuffer parameters = DirectBuffers.floats(network.spec().parameterCount());
    network.readParameters(parameters);
    reference.writeParameters(parameters);
    return reference;
  }

  private static void assertClose(UpdateStatistics actual, UpdateStatistics expected) {
    assertThat(actual.updates()).isEqualTo(expected.updates());
    assertThat(actual.policyLoss()).isCloseTo(expected.policyLoss(), near(expected.policyLoss()));
    assertThat(actual.valueLoss()).isCloseTo(expected.valueLoss(), near(expected.valueLoss()));
    assertThat(actual.entropy()).isCloseTo(expected.entropy(), near(expected.entropy()));
    assertThat(actual.approximateKl())
        .isCloseTo(expected.approximateKl(), near(expected.approximateKl()));
    assertThat(actual.clipFraction()).isCloseTo(expected.clipFraction(), near(1));
    assertThat(actual.gradientNorm())
        .isCloseTo(expected.gradientNorm(), near(expected.gradientNorm()));
  }

  private static void assertMomentsClose(NativeNetwork network, ReferenceNetwork reference) {
    int count = network.spec().parameterCount();
    FloatBuffer[] buffers = new FloatBuffer[4];
    for (int i = 0; i < buffers.length; i++) {
      buffers[i] = DirectBuffers.floats(count);
    }
    network.readMoments(buffers[0], buffers[1]);
    reference.readMoments(buffers[2], buffers[3]);
    assertThat(Samples.distance(Samples.floats(buffers[0]), Samples.floats(buffers[2])))
        .isLessThan(2e-6);
    assertThat(Samples.distance(Samples.floats(buffers[1]), Samples.floats(buffers[3])))
        .isLessThan(1e-7);
  }

  private static Offset<Float> near(float value) {
    return within(1e-4f * (1 + Math.abs(value)));
  }

  private static Offset<Float> offset(float value) {
    return Offset.offset(value);
  }
}
