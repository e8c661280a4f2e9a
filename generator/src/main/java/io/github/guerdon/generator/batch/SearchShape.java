package io.github.guerdon.generator.batch;

import io.github.guerdon.generator.run.Racing;
import io.github.guerdon.generator.run.SearchSettings;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How large each search of a batch is: what differs from the default profile.
 *
 * @param numbers values by key of {@link #LEAST}
 * @param racing whether clearly worse candidates stop early; nothing for the profile's way
 */
public record SearchShape(Map<String, Long> numbers, Optional<Racing> racing) {

  static final String GENERATIONS = "generations";
  static final String CANDIDATES = "candidates";
  static final String TRAINING_STEPS = "training_steps";
  static final String REPAIRS = "repairs";
  static final String SEEDS_PER_CANDIDATE = "seeds_per_candidate";
  static final String FINALISTS = "finalists";
  static final String SELECTION_SEEDS = "selection_seeds";
  static final String FRESH_SEEDS = "fresh_seeds";
  static final String TUNE = "tune";
  static final String RACING = "racing";

  /** The keys, each with the least value that it may have. */
  static final Map<String, Long> LEAST = least();

  private static Map<String, Long> least() {
    Map<String, Long> least = new LinkedHashMap<>();
    least.put(GENERATIONS, 1L);
    least.put(CANDIDATES, 1L);
    least.put(TRAINING_STEPS, 1L);
    least.put(REPAIRS, 0L);
    least.put(SEEDS_PER_CANDIDATE, 1L);
    least.put(FINALISTS, 1L);
    least.put(SELECTION_SEEDS, 1L);
    least.put(FRESH_SEEDS, 3L);
    least.put(TUNE, 0L);
    return Collections.unmodifiableMap(least);
  }

  /** Checks each number and copies the map. */
  public SearchShape {
    Objects.requireNonNull(racing);
    numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
    numbers.forEach(
        (key, value) -> {
          if (value < LEAST.getOrDefault(key, Long.MAX_VALUE) || value > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                "search shape " + key + " is " + value + ", must be a known key in its bounds");
          }
        });
  }

  /** Returns the shape of the profile itself. */
  static SearchShape usual() {
    return new SearchShape(Map.of(), Optional.empty());
  }

  /** Returns the settings of an experiment. */
  public SearchSettings settings(SearchSettings profile, Experiment experiment) {
    return new SearchSettings(
        profile.profile(),
        experiment.seed(),
        experiment.strategy(),
        number(GENERATIONS, profile.generations()),
        number(CANDIDATES, profile.candidates()),
        number(REPAIRS, profile.repairs()),
        number(SEEDS_PER_CANDIDATE, profile.seedsPerCandidate()),
        number(FINALISTS, profile.finalists()),
        number(SELECTION_SEEDS, profile.selectionSeeds()),
        number(FRESH_SEEDS, profile.freshSeeds()),
        number(TUNE, profile.tune()),
        racing.orElse(profile.racing()),
        numbers.containsKey(TRAINING_STEPS)
            ? profile.training().withSteps(number(TRAINING_STEPS, 0))
            : profile.training());
  }

  private int number(String key, int usual) {
    return numbers.getOrDefault(key, (long) usual).intValue();
  }
}
