package io.github.guerdon.generator.search;

import io.github.guerdon.generator.report.Assessment;
import io.github.guerdon.generator.report.Fresh;
import io.github.guerdon.generator.report.SearchResult.Measured;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The winner, the first generation's best and the baselines, measured on fresh seeds, and compared.
 */
record Finals(
    Optional<Measured> winner,
    Optional<Measured> firstGuess,
    Map<String, Fresh> baselines,
    Optional<Assessment> assessment) {

  Finals {
    Objects.requireNonNull(winner);
    Objects.requireNonNull(firstGuess);
    Objects.requireNonNull(assessment);
    baselines = Collections.unmodifiableMap(new LinkedHashMap<>(baselines));
  }
}
