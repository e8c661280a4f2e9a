package io.github.guerdon.sandbox.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TrainingSettingsTest {

  @ParameterizedTest(name = "{0} steps: {1} of the learning rate")
  @CsvSource({"1000, 1", "300000, 1", "1200000, 0.5", "30000000, 0.1"})
  void longTrainingsStartWithASmallerLearningRate(long steps, double share) {
    TrainingSettings settings = TrainingSettings.defaults().withSteps(steps);
    assertThat(settings.firstLearningRate())
        .isCloseTo(share * settings.learningRate(), within(1e-15));
  }
}
