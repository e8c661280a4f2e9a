package io.github.guerdon.sandbox.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The owner of native memory: lifecycle, repeatability, checkpoints, bad input. */
@ParameterizedClass
@EnumSource(Device.class)
final class NativeNetworkTest {
  private final Device device;

  NativeNetworkTest(Device device) {
    this.device = Devices.require(device);
  }

  private static final NetworkSpec SPEC = Samples.spec(17, 6, Activation.TANH, 64, 64);
  private static final UpdateSettings SETTINGS = UpdateSettings.standard();

  @Test
  void sameSeedAndUpdatesGiveTheSameBits() {
    assertThat(trained(7, 5)).isEqualTo(trained(7, 5));
    assertThat(trained(7, 5)).isNotEqualTo(trained(8, 5));
  }

  @Test
  void oneCallOfManyMiniBatchesEqualsManyCalls() {
    int[] rows = Samples.permutation(200, 3);
    try (NativeNetwork together = NativeNetwork.create(SPEC, 1, device);
        NativeNetwork apart = NativeNetwork.create(SPEC, 1, device)) {
      Rollout rollout = Samples.rollout(together, 200, 2);
      assertThat(together.update(rollout, rows, 64, SETTINGS, 1e-3f).updates()).isEqualTo(4);
      for (int start = 0; start < rows.length; start += 64) {
        int[] batch = Arrays.copyOfRange(rows, start, Math.min(start + 64, rows.length));
        apart.update(rollout, batch, 64, SETTINGS, 1e-3f);
      }
      assertThat(Samples.parameters(together)).isEqualTo(Samples.parameters(apart));
      assertThat(together.adamSteps()).isEqualTo(4);
    }
  }

  @Test
  void restoredCheckpointContinuesWithTheSameBits() {
    try (NativeNetwork network = NativeNetwork.create(SPEC, 1, device);
        NativeNetwork restored = NativeNetwork.create(SPEC, 99, device)) {
      Rollout rollout = Samples.rollout(network, 256, 2);
      int[] rows = Samples.permutation(256, 3);
      network.update(rollout, rows, 64, SETTINGS, 1e-3f);

      FloatBuffer parameters = DirectBuffers.floats(SPEC.parameterCount());
      FloatBuffer first = DirectBuffers.floats(SPEC.parameterCount());
      FloatBuffer second = DirectBuffers.floats(SPEC.parameterCount());
      network.readParameters(parameters);
      network.readMoments(first, second);
      restored.writeParameters(parameters);
      restored.writeMoments(first, second, network.adamSteps());

      UpdateStatistics expected = network.update(rollout, rows, 64, SETTINGS, 1e-3f);
      assertThat(restored.update(rollout, rows, 64, SETTINGS, 1e-3f)).isEqualTo(expected);
      assertThat(Samples.parameters(restored)).isEqualTo(Samples.parameters(network));
      assertThat(restored.adamSteps()).isEqualTo(8);
    }
  }

  @Test
  void liveBytesStayEqualOverUpdatesAndReturnAfterClose() {
    long before = NativeNetwork.liveBytes();
    try (NativeNetwork network = NativeNetwork.create(SPEC, 1, device)) {
      Rollout rollout = Samples.rollout(network, 256, 2);
      int[] rows = Samples.permutation(256, 3);
      repeat(10, () -> network.update(rollout, rows, 64, SETTINGS, 1e-3f));
      long afterTen = NativeNetwork.liveBytes();
      repeat(90, () -> network.update(rollout, rows, 64, SETTINGS, 1e-3f));
      assertThat(NativeNetwork.liveBytes()).isEqualTo(afterTen).isGreaterThan(before);
    }
    assertThat(NativeNetwork.liveBytes()).isEqualTo(before);
  }

  @Test
  void secondCloseDoesNothingAndUseAfterCloseThrows() {
    long before = NativeNetwork.liveBytes();
    NativeNetwork network = NativeNetwork.create(SPEC, 1, device);
    network.close();
    network.close();
    assertThat(NativeNetwork.liveBytes()).isEqualTo(before);
    FloatBuffer buffer = DirectBuffers.floats(SPEC.parameterCount());
    Rollout rollout = Rollout.allocate(SPEC, 4);
    assertThatThrownBy(() -> network.forward(buffer, 1, buffer, buffer))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> network.values(buffer, 1, buffer))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> network.update(rollout, new int[1], 1, SETTINGS, 1))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> network.readParameters(buffer))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> network.writeParameters(buffer))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> network.readMoments(buffer, buffer))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> network.writeMoments(buffer, buffer, 1))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> network.readLogStd(buffer)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(network::adamSteps)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void notANumberStopsTheUpdateAndKeepsTheParameters() {
    for (Activation activation : Activation.values()) {
      NetworkSpec spec = Samples.spec(5, 2, activation, 32);
      for (int poisoned = 0; poisoned < 4; poisoned++) {
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
          try (NativeNetwork network = NativeNetwork.create(spec, 1, device)) {
            Rollout rollout = Samples.rollout(network, 96, 2);
            float[] before = Samples.parameters(network);
            FloatBuffer[] inputs = {
              rollout.observations(), rollout.actions(), rollout.advantages(), rollout.returns()
            };
            inputs[poisoned].put(inputs[poisoned].capacity() - 1, bad);
            int[] last = {94, 95};
            UpdateStatistics statistics = network.update(rollout, last, 2, SETTINGS, 1e-3f);
            assertThat(statistics.finite())
                .as("%s input %d %s", activation, poisoned, bad)
                .isFalse();
            assertThat(statistics.updates()).isZero();
            assertThat(network.adamSteps()).isZero();
            assertThat(Samples.parameters(network)).isEqualTo(before);
          }
        }
      }
    }
  }

  @Test
  void badMiniBatchEndsTheCallAfterTheGoodOnes() {
    try (NativeNetwork network = NativeNetwork.create(SPEC, 1, device)) {
      Rollout rollout = Samples.rollout(network, 8, 2);
      rollout.returns().put(5, Float.NaN);
      int[] rows = {0, 1, 2, 3, 4, 5, 6, 7};
      UpdateStatistics statistics = network.update(rollout, rows, 2, SETTINGS, 1e-3f);
      assertThat(statistics.updates()).isEqualTo(2);
      assertThat(statistics.finite()).isFalse();
      assertThat(network.adamSteps()).isEqualTo(2);
    }
  }

  @Test
  void notANumberShowsInForwardResults() {
    try (NativeNetwork network = NativeNetwork.create(SPEC, 1, device)) {
      FloatBuffer observations = DirectBuffers.floats(17).put(3, Float.NaN);
      FloatBuffer means = DirectBuffers.floats(6);
      FloatBuffer values = DirectBuffers.floats(1);
      network.forward(observations, 1, means, values);
      assertThat(Samples.floats(means)).containsOnly(Float.NaN);
      assertThat(values.get(0)).isNaN();
    }
  }

  @Test
  void foreignRowIsRefusedBeforeAnythingChanges() {
    try (NativeNetwork network = NativeNetwork.create(SPEC, 1, device)) {
      Rollout rollout = Samples.rollout(network, 4, 2);
      float[] before = Samples.parameters(network);
      for (int row : new int[] {-1, 4}) {
        assertThatThrownBy(() -> network.update(rollout, new int[] {0, 1, row}, 1, SETTINGS, 1e-3f))
            .isInstanceOf(IndexOutOfBoundsException.class)
            .hasMessageContaining("0..3");
      }
      assertThat(Samples.parameters(network)).isEqualTo(before);
    }
  }

  @Test
  void unfitBuffersAndCountsAreRefusedByName() {
    try (NativeNetwork network = NativeNetwork.create(SPEC, 1, device)) {
      FloatBuffer good = DirectBuffers.floats(17);
      assertThatThrownBy(() -> network.forward(good, 2, good, good))
          .hasMessageContaining("observations has 17");
      assertThatThrownBy(() -> network.values(FloatBuffer.allocate(17), 1, good))
          .hasMessageContaining("direct");
      FloatBuffer swapped = ByteBuffer.allocateDirect(68).asFloatBuffer();
      assertThatThrownBy(() -> network.values(swapped, 1, good))
          .hasMessageContaining("native byte order");
      assertThatThrownBy(() -> network.values(good, 0, good)).hasMessageContaining("rows 0");
      Rollout other = Rollout.allocate(Samples.spec(16, 6, Activation.TANH, 8), 4);
      assertThatThrownBy(() -> network.update(other, new int[1], 1, SETTINGS, 1))
          .hasMessageContaining("observations");
      Rollout rollout = Rollout.allocate(SPEC, 4);
      assertThatThrownBy(() -> network.update(rollout, new int[0], 1, SETTINGS, 1))
          .hasMessageContaining("rows.length");
      assertThatThrownBy(() -> network.update(rollout, new int[1], 0, SETTINGS, 1))
          .hasMessageContaining("miniBatch 0");
      assertThatThrownBy(() -> network.update(rollout, new int[1], 1, SETTINGS, Float.NaN))
          .hasMessageContaining("learningRate");
    }
  }

  @Test
  void buffersAreUsedFromTheirPosition() {
    try (NativeNetwork network = NativeNetwork.create(SPEC, 1, device)) {
      Rollout rollout = Samples.rollout(network, 3, 2);
      FloatBuffer all = DirectBuffers.floats(3);
      FloatBuffer second = DirectBuffers.floats(3).position(1);
      network.values(rollout.observations(), 3, all);
      network.values(rollout.observations().duplicate().position(17), 1, second);
      assertThat(second.position()).isEqualTo(1);
      assertThat(second.get(1)).isEqualTo(all.get(1));
      assertThat(second.get(0)).isZero();
    }
  }

  @Test
  void theNumberOfThreadsChangesNoBit() {
    float[] alone = trained(7, 20);
    for (int repetition = 0; repetition < 20; repetition++) {
      assertThat(trained(7, 20, 2)).isEqualTo(alone);
    }
  }

  @Test
  void threadsMayChangeBetweenUpdates() {
    try (NativeNetwork network = NativeNetwork.create(SPEC, 7, device)) {
      Rollout rollout = Samples.rollout(network, 256, 2);
      for (int threads : new int[] {2, 1, 1, 2, 8, 1}) {
        network.useThreads(threads);
        network.update(rollout, Samples.permutation(256, 3), 64, SETTINGS, 1e-3f);
      }
      assertThat(Samples.parameters(network)).isEqualTo(trained(7, 6));
      assertThatThrownBy(() -> network.useThreads(0)).hasMessageContaining("threads 0");
    }
  }

  private float[] trained(long seed, int updates) {
    return trained(seed, updates, 1);
  }

  private float[] trained(long seed, int updates, int threads) {
    try (NativeNetwork network = NativeNetwork.create(SPEC, seed, device)) {
      network.useThreads(threads);
      Rollout rollout = Samples.rollout(network, 256, 2);
      repeat(
          updates, () -> network.update(rollout, Samples.permutation(256, 3), 64, SETTINGS, 1e-3f));
      return Samples.parameters(network);
    }
  }

  private static void repeat(int times, Runnable action) {
    for (int i = 0; i < times; i++) {
      action.run();
    }
  }
}
