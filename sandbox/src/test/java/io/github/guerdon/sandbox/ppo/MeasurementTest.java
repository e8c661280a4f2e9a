package io.github.guerdon.sandbox.ppo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.env.Score;
import io.github.guerdon.env.Task;
import io.github.guerdon.env.Variant;
import io.github.guerdon.env.VariedField;
import io.github.guerdon.sandbox.JavacPrograms;
import io.github.guerdon.sandbox.nn.Activation;
import io.github.guerdon.sandbox.nn.NetworkSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MeasurementTest {

  private static final int EPISODES = 4;

  private final Task task = JavacPrograms.task("cartpole-swingup");

  private Score score(Variant variant) {
    return Measurement.score(task, policy(), EPISODES, 2, 5, variant);
  }

  private Policy policy() {
    NetworkSpec spec =
        new NetworkSpec(task.observationSize(), task.actionSize(), List.of(8), Activation.TANH, 0);
    float[] parameters = new float[spec.parameterCount()];
    Arrays.fill(parameters, 0.1f);
    double[] variance = new double[task.observationSize()];
    Arrays.fill(variance, 1);
    return new Policy(spec, parameters, new double[variance.length], variance, 0);
  }

  @Test
  void nominalVariantIsTheOrdinaryMeasurementBitForBit() {
    assertThat(score(Variant.nominal()))
        .isEqualTo(Measurement.score(task, policy(), EPISODES, 1, 5));
  }

  @Test
  void variantGivesOtherNumbersAndTheSameAgain() {
    Variant weak = new Variant(Variant.Kind.LOW, Map.of(VariedField.ACTUATOR_GAIN, 0.8));
    assertThat(score(weak)).isEqualTo(score(weak)).isNotEqualTo(score(Variant.nominal()));
  }
}
