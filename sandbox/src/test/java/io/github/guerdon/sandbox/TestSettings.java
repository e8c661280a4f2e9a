package io.github.guerdon.sandbox;

import io.github.guerdon.sandbox.training.TrainingSettings;
import java.util.List;

/** Learner settings for tests: small and quick. */
public final class TestSettings {

  private TestSettings() {}

  /** Returns settings without any normalisation. */
  public static TrainingSettings plain(long steps, int worlds, int rolloutSteps) {
    return new TrainingSettings(
        steps,
        worlds,
        rolloutSteps,
        32,
        4,
        3e-3,
        0.9,
        0.95,
        0.2,
        0,
        0.5,
        0.5,
        List.of(16),
        -0.5,
        false,
        false,
        0,
        4);
  }

  /** Returns settings with normalisation. */
  public static TrainingSettings normalised(long steps, int worlds, int rolloutSteps) {
    return new TrainingSettings(
        steps,
        worlds,
        rolloutSteps,
        32,
        4,
        3e-3,
        0.9,
        0.95,
        0.2,
        0,
        0.5,
        0.5,
        List.of(16),
        -0.5,
        true,
        true,
        0,
        4);
  }
}
