package io.github.guerdon.sandbox.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The kernel against what {@code src/test/python/record_gradients.py} recorded of PyTorch. */
@ParameterizedClass
@EnumSource(Device.class)
final class TorchGradientTest {
  private final Device device;

  TorchGradientTest(Device device) {
    this.device = Devices.require(device);
  }

  private static final Path RECORDED = Path.of("src/test/resources/torch-gradients.txt");
  private static final int ROWS = 64;
  private static final int STRIDE = 7;

  static Stream<Arguments> cases() throws IOException {
    List<String> lines = Files.readAllLines(RECORDED);
    return IntStream.iterate(1, i -> i < lines.size(), i -> i + 4)
        .mapToObj(i -> Arguments.of(lines.get(i), lines.subList(i + 1, i + 4)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void lossesAndGradientsEqualPyTorchs(String setting, List<String> recorded) {
    String[] words = setting.split(" ", -1);
    Integer[] hidden =
        Arrays.stream(words[2].split(",", -1)).map(Integer::valueOf).toArray(Integer[]::new);
    NetworkSpec spec =
        Samples.spec(
            Integer.parseInt(words[0]),
            Integer.parseInt(words[1]),
            Activation.valueOf(words[3]),
            hidden);
    UpdateSettings settings =
        Samples.plainGradient()
            .withClipRange(Float.parseFloat(words[4]))
            .withClipValues(Boolean.parseBoolean(words[5]))
            .withValueCoefficient(Float.parseFloat(words[6]))
            .withEntropyCoefficient(Float.parseFloat(words[7]));
    Sequence sequence = new Sequence();
    try (NativeNetwork network = NativeNetwork.create(spec, 1, device)) {
      network.writeParameters(sequence.parameters(spec));
      Rollout rollout = sequence.rollout(spec, numbers(recorded.get(0)));
      int[] rows = IntStream.range(0, ROWS).toArray();
      UpdateStatistics statistics = network.update(rollout, rows, ROWS, settings, 0);
      float[] losses = numbers(recorded.get(1));
      assertThat(statistics.policyLoss()).isCloseTo(losses[0], within(1e-5f));
      assertThat(statistics.valueLoss()).isCloseTo(losses[1], within(1e-5f));
      assertThat(statistics.entropy()).isCloseTo(losses[2], within(1e-5f));
      assertThat(statistics.clipFraction()).isStrictlyBetween(0.1f, 0.9f);
      float[] gradient = Samples.firstMoment(network);
      float[] kept = new float[(gradient.length + STRIDE - 1) / STRIDE];
      for (int i = 0; i < kept.length; i++) {
        kept[i] = gradient[i * STRIDE];
      }
      float[] expected = numbers(recorded.get(2));
      assertThat(expected).hasSameSizeAs(kept);
      assertThat(Samples.distance(kept, expected)).isLessThan(1e-5);
    }
  }

  private static float[] numbers(String line) {
    String[] words = line.split(" ", -1);
    float[] numbers = new float[words.length];
    for (int i = 0; i < words.length; i++) {
      numbers[i] = Float.parseFloat(words[i]);
    }
    return numbers;
  }

  /** The recording script's own sequence: numbers between -1 and 1. */
  private static final class Sequence {
    private long state = 1;

    private void fill(FloatBuffer buffer, int from, int count, double scale) {
      for (int i = 0; i < count; i++) {
        buffer.put(from + i, next(scale));
      }
    }

    private float next(double scale) {
      state = (state * 1_103_515_245 + 12_345) % (1L << 31);
      return (float) (scale * (state / (double) (1L << 30) - 1));
    }

    FloatBuffer parameters(NetworkSpec spec) {
      FloatBuffer parameters = DirectBuffers.floats(spec.parameterCount());
      for (Tensor tensor : spec.tensors()) {
        boolean weight = tensor.name().endsWith("weight");
        fill(
            parameters,
            tensor.offset(),
            tensor.size(),
            weight ? 2 / Math.sqrt(tensor.rows()) : 0.5);
      }
      return parameters;
    }

    Rollout rollout(NetworkSpec spec, float[] logProbabilities) {
      Rollout rollout = Rollout.allocate(spec, ROWS);
      fill(rollout.observations(), 0, ROWS * spec.observationSize(), 2);
      fill(rollout.actions(), 0, ROWS * spec.actionSize(), 2);
      for (int i = 0; i < ROWS; i++) {
        next(0.5); // the noise that the recorded log probabilities hold
        rollout.logProbabilities().put(i, logProbabilities[i]);
      }
      fill(rollout.values(), 0, ROWS, 1);
      fill(rollout.advantages(), 0, ROWS, 2);
      fill(rollout.returns(), 0, ROWS, 2);
      return rollout;
    }
  }
}
