package io.github.guerdon.generator.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.guerdon.env.Task;
import io.github.guerdon.generator.evolve.StrategyName;
import io.github.guerdon.sandbox.training.TrainingSettings;
import java.util.Objects;

/**
 * What of a search changes its result; how it is executed stands elsewhere.
 *
 * @param profile the name of the profile that these settings came from
 * @param seed all randomness derives from it
 * @param strategy what decides which candidates are built on
 * @param generations how many times candidates are proposed, at least 1
 * @param candidates how many a generation, at least 1
 * @param repairs how many times a refused candidate goes back to its designer, at least 0
 * @param seedsPerCandidate trainings of a candidate, at least 1; shared by a generation's
 *     candidates
 * @param finalists how many of the best are trained again to choose the winner, at least 1
 * @param selectionSeeds trainings that each finalist begins with, at least 1; the better half gets
 *     more until one is left
 * @param freshSeeds trainings of the winner and of each baseline with seeds that chose nothing, at
 *     least 3
 * @param tune short trainings by which the best reward's constants are moved at the end; 0 for none
 * @param racing whether clearly worse candidates stop early
 * @param training the learner's settings, the same for candidates and baselines
 */
public record SearchSettings(
    String profile,
    long seed,
    StrategyName strategy,
    int generations,
    int candidates,
    int repairs,
    int seedsPerCandidate,
    int finalists,
    int selectionSeeds,
    int freshSeeds,
    // What was recorded before there was tuning stays as it is.
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) int tune,
    Racing racing,
    TrainingSettings training) {

  private static final int LEAST_FRESH_SEEDS = 3;

  /** Makes settings without tuning and without racing. */
  public SearchSettings(
      String profile,
      long seed,
      StrategyName strategy,
      int generations,
      int candidates,
      int repairs,
      int seedsPerCandidate,
      int finalists,
      int selectionSeeds,
      int freshSeeds,
      TrainingSettings training) {
    this(
        profile,
        seed,
        strategy,
        generations,
        candidates,
        repairs,
        seedsPerCandidate,
        finalists,
        selectionSeeds,
        freshSeeds,
        0,
        Racing.OFF,
        training);
  }

  /** Checks the bounds. */
  public SearchSettings {
    Objects.requireNonNull(profile);
    Objects.requireNonNull(strategy);
    // A run from before there was racing says nothing of it.
    racing = Objects.requireNonNullElse(racing, Racing.OFF);
    Objects.requireNonNull(training);
    check("generations", generations, 1);
    check("candidates", candidates, 1);
    check("repairs", repairs, 0);
    check("seedsPerCandidate", seedsPerCandidate, 1);
    check("finalists", finalists, 1);
    check("selectionSeeds", selectionSeeds, 1);
    check("freshSeeds", freshSeeds, LEAST_FRESH_SEEDS);
    check("tune", tune, 0);
  }

  private static void check(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(
          "search setting " + name + " is " + value + ", must be at least " + least);
    }
  }

  /** Returns the default profile of a task, with seed 0. */
  public static SearchSettings of(Task task) {
    return new SearchSettings(
        "default", 0, StrategyName.ELITE, 3, 5, 2, 1, 4, 2, 3, TrainingSettings.of(task));
  }

  /** Returns these settings with another seed. */
  public SearchSettings withSeed(long other) {
    return with(other, strategy, generations, candidates, repairs, tune, racing, training);
  }

  /** Returns these settings with another strategy. */
  public SearchSettings withStrategy(StrategyName other) {
    return with(seed, other, generations, candidates, repairs, tune, racing, training);
  }

  /** Returns these settings with another number of generations. */
  public SearchSettings withGenerations(int other) {
    return with(seed, strategy, other, candidates, repairs, tune, racing, training);
  }

  /** Returns these settings with another number of candidates a generation. */
  public SearchSettings withCandidates(int other) {
    return with(seed, strategy, generations, other, repairs, tune, racing, training);
  }

  /** Returns these settings with another number of repairs of a refused candidate. */
  public SearchSettings withRepairs(int other) {
    return with(seed, strategy, generations, candidates, other, tune, racing, training);
  }

  /** Returns these settings with another number of short trainings that tune. */
  public SearchSettings withTune(int other) {
    return with(seed, strategy, generations, candidates, repairs, other, racing, training);
  }

  /** Returns these settings with other racing. */
  public SearchSettings withRacing(Racing other) {
    return with(seed, strategy, generations, candidates, repairs, tune, other, training);
  }

  /** Returns these settings with other settings of the learner. */
  public SearchSettings withTraining(TrainingSettings other) {
    return with(seed, strategy, generations, candidates, repairs, tune, racing, other);
  }

  private SearchSettings with(
      long otherSeed,
      StrategyName otherStrategy,
      int otherGenerations,
      int otherCandidates,
      int otherRepairs,
      int otherTune,
      Racing otherRacing,
      TrainingSettings otherTraining) {
    return new SearchSettings(
        profile,
        otherSeed,
        otherStrategy,
        otherGenerations,
        otherCandidates,
        otherRepairs,
        seedsPerCandidate,
        finalists,
        selectionSeeds,
        freshSeeds,
        otherTune,
        otherRacing,
        otherTraining);
  }
}
