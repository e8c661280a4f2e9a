package io.github.guerdon.sandbox.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.guerdon.env.Task;
import io.github.guerdon.env.Training;
import java.time.Duration;
import java.util.List;

/**
 * Settings of the learner; all of them change a result, so all of them are part of its identity.
 *
 * @param steps environment steps of a training, over all worlds
 * @param worlds worlds stepped together
 * @param rolloutSteps steps of each world between two updates
 * @param miniBatch samples of a gradient step
 * @param epochs passes over a rollout
 * @param learningRate Adam's step size at the start of a training of up to {@value #SHORT} steps, a
 *     longer one starts with less; it falls linearly to 0
 * @param discount γ, in (0, 1]
 * @param lambda λ of the generalised advantage estimate, in [0, 1]
 * @param clip clip range of the probability ratio
 * @param entropy weight of the entropy bonus
 * @param valueCoefficient weight of the value loss
 * @param maxGradientNorm the gradient's norm is clipped to this
 * @param hidden widths of the hidden layers of policy and value network
 * @param initialLogStd natural logarithm of the policy's first standard deviation
 * @param normaliseObservations whether observations are brought to mean 0 and variance 1
 * @param normaliseRewards whether rewards are divided by the spread of their discounted sum
 * @param targetKl an update stops after an epoch that moved the policy further than this; 0 for
 *     never
 * @param evaluationEpisodes episodes of the final measurement
 * @param cuda whether the networks live on a GPU, which gives other bits than the CPU
 */
public record TrainingSettings(
    long steps,
    int worlds,
    int rolloutSteps,
    int miniBatch,
    int epochs,
    double learningRate,
    double discount,
    double lambda,
    double clip,
    double entropy,
    double valueCoefficient,
    double maxGradientNorm,
    List<Integer> hidden,
    double initialLogStd,
    boolean normaliseObservations,
    boolean normaliseRewards,
    double targetKl,
    int evaluationEpisodes,
    // What was recorded before there was a choice stays as it is.
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean cuda) {

  /** Trainings of up to so many steps start with the whole learning rate. */
  public static final long SHORT = 300_000;

  private static final long SLOWEST_STEPS_PER_SECOND = 200;

  /** Makes settings for the CPU. */
  public TrainingSettings(
      long steps,
      int worlds,
      int rolloutSteps,
      int miniBatch,
      int epochs,
      double learningRate,
      double discount,
      double lambda,
      double clip,
      double entropy,
      double valueCoefficient,
      double maxGradientNorm,
      List<Integer> hidden,
      double initialLogStd,
      boolean normaliseObservations,
      boolean normaliseRewards,
      double targetKl,
      int evaluationEpisodes) {
    this(
        steps,
        worlds,
        rolloutSteps,
        miniBatch,
        epochs,
        learningRate,
        discount,
        lambda,
        clip,
        entropy,
        valueCoefficient,
        maxGradientNorm,
        hidden,
        initialLogStd,
        normaliseObservations,
        normaliseRewards,
        targetKl,
        evaluationEpisodes,
        false);
  }

  /** Checks each setting's bounds. */
  public TrainingSettings {
    hidden = List.copyOf(hidden);
    check("steps", (double) steps, steps >= 1, "at least 1");
    check("worlds", worlds, worlds >= 1 && worlds <= 4096, "from 1 to 4096");
    check("rolloutSteps", rolloutSteps, rolloutSteps >= 1, "at least 1");
    check("miniBatch", miniBatch, miniBatch >= 1, "at least 1");
    check("epochs", epochs, epochs >= 1, "at least 1");
    check("learningRate", learningRate, learningRate > 0 && learningRate < 1, "between 0 and 1");
    check("discount", discount, discount > 0 && discount <= 1, "in (0, 1]");
    check("lambda", lambda, lambda >= 0 && lambda <= 1, "in [0, 1]");
    check("clip", clip, clip > 0 && clip < 1, "between 0 and 1");
    check("entropy", entropy, entropy >= 0 && entropy < 10, "in [0, 10)");
    check(
        "valueCoefficient",
        valueCoefficient,
        valueCoefficient > 0 && valueCoefficient <= 100,
        "in (0, 100]");
    check(
        "maxGradientNorm",
        maxGradientNorm,
        maxGradientNorm > 0 && maxGradientNorm <= 1e6,
        "in (0, 1e6]");
    check(
        "initialLogStd", initialLogStd, initialLogStd >= -10 && initialLogStd <= 2, "in [-10, 2]");
    check("targetKl", targetKl, targetKl >= 0 && targetKl < 100, "in [0, 100), 0 for none");
    check("evaluationEpisodes", evaluationEpisodes, evaluationEpisodes >= 1, "at least 1");
    check("hidden layers", hidden.size(), !hidden.isEmpty() && hidden.size() <= 8, "from 1 to 8");
    for (int width : hidden) {
      check("hidden width", width, width >= 1 && width <= 4096, "from 1 to 4096");
    }
  }

  private static void check(String name, double value, boolean good, String rule) {
    if (!good) {
      throw new IllegalArgumentException(
          "training setting " + name + " is " + value + ", must be " + rule);
    }
  }

  /** Returns the settings that a task gets if it does not say otherwise. */
  public static TrainingSettings defaults() {
    return new TrainingSettings(
        300_000,
        4,
        256,
        64,
        10,
        6e-4,
        0.99,
        0.95,
        0.2,
        0,
        0.5,
        0.5,
        List.of(64, 64),
        0,
        true,
        true,
        0,
        16);
  }

  /**
   * Returns the defaults with what a task's {@code training} block says.
   *
   * @throws IllegalArgumentException if the task names a setting that does not exist
   */
  public static TrainingSettings of(Task task) {
    return of(task.description().training());
  }

  /**
   * Returns the defaults with what a {@code training} block says.
   *
   * @throws IllegalArgumentException if it names a setting that does not exist
   */
  public static TrainingSettings of(Training training) {
    return TrainingOverrides.apply(training);
  }

  /** Returns these settings with another number of steps. */
  public TrainingSettings withSteps(long steps) {
    return with(steps, cuda);
  }

  /** Returns these settings with the networks on a GPU, or on the CPU. */
  public TrainingSettings withCuda(boolean cuda) {
    return with(steps, cuda);
  }

  private TrainingSettings with(long steps, boolean cuda) {
    return new TrainingSettings(
        steps,
        worlds,
        rolloutSteps,
        miniBatch,
        epochs,
        learningRate,
        discount,
        lambda,
        clip,
        entropy,
        valueCoefficient,
        maxGradientNorm,
        hidden,
        initialLogStd,
        normaliseObservations,
        normaliseRewards,
        targetKl,
        evaluationEpisodes,
        cuda);
  }

  /**
   * Returns Adam's step size at the start: what gets far in a short training makes policies of a
   * long one break again, so that it falls with the root of the steps beyond {@value #SHORT}
   * (docs/PERFORMANCE.md has the returns).
   */
  public double firstLearningRate() {
    return steps <= SHORT ? learningRate : learningRate * Math.sqrt((double) SHORT / steps);
  }

  /** Returns how long a training may take: as if it made 200 steps a second, and a minute. */
  public Duration deadline() {
    return Duration.ofMinutes(1).plusSeconds(steps / SLOWEST_STEPS_PER_SECOND);
  }
}
