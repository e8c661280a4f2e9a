package io.github.guerdon.sandbox.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The records' rules, the parameter layout and the first parameters. */
final class SpecAndSettingsTest {
  @Test
  void tensorsFollowOneAnotherWithoutGaps() {
    NetworkSpec spec = Samples.spec(3, 2, Activation.TANH, 5, 4);
    int offset = 0;
    for (Tensor tensor : spec.tensors()) {
      assertThat(tensor.offset()).isEqualTo(offset);
      offset += tensor.size();
    }
    assertThat(spec.parameterCount()).isEqualTo(offset).isEqualTo(20 + 24 + 10 + 20 + 24 + 5 + 2);
    assertThat(spec.tensors().get(0)).isEqualTo(new Tensor("policy.0.weight", 0, 3, 5));
    assertThat(spec.tensors().get(12)).isEqualTo(new Tensor("policy.log_std", 103, 1, 2));
  }

  @Test
  void specCopiesItsListAndRefusesBadSizes() {
    List<Integer> hidden = new ArrayList<>(List.of(8));
    NetworkSpec spec = new NetworkSpec(1, 1, hidden, Activation.TANH, 0);
    hidden.add(9);
    assertThat(spec.hidden()).containsExactly(8);
    assertThatThrownBy(() -> Samples.spec(0, 1, Activation.TANH, 8))
        .hasMessageContaining("observationSize 0");
    assertThatThrownBy(() -> Samples.spec(1, 9999, Activation.TANH, 8))
        .hasMessageContaining("actionSize 9999");
    assertThatThrownBy(() -> Samples.spec(1, 1, Activation.TANH))
        .hasMessageContaining("hidden is empty");
    assertThatThrownBy(() -> Samples.spec(1, 1, Activation.TANH, -3))
        .hasMessageContaining("hidden -3");
    assertThatThrownBy(() -> new NetworkSpec(1, 1, List.of(8), Activation.TANH, Float.NaN))
        .hasMessageContaining("initialLogStd NaN");
  }

  @Test
  void settingsRefuseWhatCannotTrain() {
    UpdateSettings settings = UpdateSettings.standard();
    assertThatThrownBy(() -> settings.withClipRange(0)).hasMessageContaining("clipRange 0.0");
    assertThatThrownBy(() -> settings.withValueCoefficient(Float.NaN))
        .hasMessageContaining("valueCoefficient NaN");
    assertThatThrownBy(() -> settings.withEntropyCoefficient(-1))
        .hasMessageContaining("entropyCoefficient");
    assertThatThrownBy(() -> settings.withMaxGradientNorm(0))
        .hasMessageContaining("maxGradientNorm");
    assertThatThrownBy(() -> settings.withAdamBetas(1, 0.9f)).hasMessageContaining("adamBeta1");
    assertThatThrownBy(() -> settings.withAdamBetas(0.9f, -1)).hasMessageContaining("adamBeta2");
    assertThatThrownBy(() -> settings.withAdamEpsilon(0)).hasMessageContaining("adamEpsilon");
    assertThatThrownBy(() -> Rollout.allocate(Samples.spec(1, 1, Activation.TANH, 1), 0))
        .hasMessageContaining("capacity 0");
  }

  @Test
  void firstWeightsAreOrthogonalWithTheirGains() {
    NetworkSpec spec = Samples.spec(20, 6, Activation.TANH, 32, 16);
    FloatBuffer parameters = OrthogonalInitialisation.parameters(spec, 11);
    double[] gains = {Math.sqrt(2), Math.sqrt(2), 0.01, Math.sqrt(2), Math.sqrt(2), 1};
    for (int layer = 0; layer < gains.length; layer++) {
      Tensor weight = spec.tensors().get(2 * layer);
      boolean wide = weight.columns() > weight.rows();
      int vectors = Math.min(weight.rows(), weight.columns());
      for (int a = 0; a < vectors; a++) {
        for (int b = 0; b <= a; b++) {
          double dot = 0;
          for (int k = 0; k < Math.max(weight.rows(), weight.columns()); k++) {
            dot +=
                element(parameters, weight, wide ? a : k, wide ? k : a)
                    * element(parameters, weight, wide ? b : k, wide ? k : b);
          }
          assertThat(dot).isCloseTo(a == b ? gains[layer] * gains[layer] : 0, within(1e-6));
        }
      }
      Tensor bias = spec.tensors().get(2 * layer + 1);
      assertThat(parameters.get(bias.offset())).isZero();
    }
    assertThat(parameters.get(spec.parameterCount() - 1)).isEqualTo(-0.5f);
  }

  private static double element(FloatBuffer parameters, Tensor tensor, int row, int column) {
    return parameters.get(tensor.offset() + row * tensor.columns() + column);
  }
}
