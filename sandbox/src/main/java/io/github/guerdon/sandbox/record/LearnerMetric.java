package io.github.guerdon.sandbox.record;

import io.github.guerdon.sandbox.nn.UpdateStatistics;
import io.github.guerdon.sandbox.ppo.LearnerUpdate;
import java.util.Optional;

/**
 * What the learner tells of each update: one name, one tag and one definition for every record.
 * {@code docs/metrics.md} lists them; a test holds the page to this.
 */
public enum LearnerMetric {
  SECONDS("seconds", "time/time_elapsed", "seconds since the training began"),
  OWN_RETURN(
      "own_return",
      "rollout/ep_rew_mean",
      "mean undiscounted return, under the training's own reward, of the last 20 ended episodes"),
  EPISODES("episodes", "time/episodes", "episodes ended so far"),
  LEARNING_RATE("learning_rate", "train/learning_rate", "Adam's step size in this update"),
  EPOCHS("epochs", "train/epochs", "passes over the rollout"),
  POLICY_LOSS(
      "policy_loss",
      "train/policy_gradient_loss",
      "PPO's clipped surrogate, negated, mean over the last pass"),
  VALUE_LOSS("value_loss", "train/value_loss", "mean squared error of the value, last pass"),
  ENTROPY("entropy", "train/entropy", "entropy of the policy's distribution in nats, last pass"),
  APPROXIMATE_KL(
      "approximate_kl",
      "train/approx_kl",
      "mean of (r − 1) − ln r over the last pass, r the probability ratio"),
  CLIP_FRACTION(
      "clip_fraction",
      "train/clip_fraction",
      "share of the last pass's samples whose ratio is out of the clip range"),
  GRADIENT_NORM(
      "gradient_norm", "train/gradient_norm", "gradient's norm before it is limited, last pass");

  private final String key;
  private final String tag;
  private final String definition;

  LearnerMetric(String key, String tag, String definition) {
    this.key = key;
    this.tag = tag;
    this.definition = definition;
  }

  /** Returns its name in {@code metrics.jsonl}. */
  public String key() {
    return key;
  }

  /** Returns its tag in TensorBoard, the field's usual one where there is one. */
  public String tag() {
    return tag;
  }

  /** Returns what it is, in a phrase with its unit. */
  public String definition() {
    return definition;
  }

  /** Finds its value in an update; nothing if there is none yet. */
  Optional<Number> find(LearnerUpdate update, double seconds) {
    UpdateStatistics last = update.statistics();
    return switch (this) {
      case SECONDS -> Optional.of(seconds);
      case OWN_RETURN -> update.ownReturn().stream().boxed().map(Number.class::cast).findFirst();
      case EPISODES -> Optional.of(update.episodes());
      case LEARNING_RATE -> Optional.of(update.learningRate());
      case EPOCHS -> Optional.of(update.epochs());
      case POLICY_LOSS -> Optional.of(last.policyLoss());
      case VALUE_LOSS -> Optional.of(last.valueLoss());
      case ENTROPY -> Optional.of(last.entropy());
      case APPROXIMATE_KL -> Optional.of(last.approximateKl());
      case CLIP_FRACTION -> Optional.of(last.clipFraction());
      case GRADIENT_NORM -> Optional.of(last.gradientNorm());
    };
  }
}
