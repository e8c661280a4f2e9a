package io.github.guerdon.generator.batch;

import io.github.guerdon.generator.report.Fresh;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Whether a result is worse than an earlier one of the same experiment.
 *
 * @param kind what can be said
 * @param message the same in a sentence
 */
record Regression(Kind kind, String message) {

  /** Guards a probability that must not be greater than another against rounding. */
  private static final double ROUNDING = 1e-12;

  Regression {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(message);
  }

  /** What a comparison with an earlier result can say. */
  enum Kind {
    /** It is worse, at the confidence asked for. */
    WORSE,
    /** It is not known to be worse. */
    NOT_WORSE,
    /** Nothing can be said. */
    ABSTAINED,
    /** The two are results of different questions. */
    INCOMPARABLE
  }

  /** Compares a result with the earlier one. */
  static Regression of(ExperimentResult now, Baseline.Entry then, double confidence) {
    if (!now.identity().task().equals(then.identity().task())) {
      return incomparable("the task has changed since the baseline was written");
    }
    if (!now.identity().settings().equals(then.identity().settings())) {
      return incomparable(
          "the search's settings, budget or designer have changed since the baseline was written");
    }
    if (then.fresh().isEmpty()) {
      return new Regression(
          Kind.ABSTAINED, "the baseline holds nothing measured on fresh seeds to compare with");
    }
    if (now.fresh().isEmpty()) {
      return new Regression(
          Kind.WORSE, "no winner was measured on fresh seeds, the baseline has one");
    }
    return compare(now.fresh().get(), then.fresh().get(), confidence);
  }

  private static Regression incomparable(String why) {
    return new Regression(
        Kind.INCOMPARABLE, why + ", so that nothing can be compared; write it anew");
  }

  private static Regression compare(Fresh now, Fresh then, double confidence) {
    double chance = 1 - confidence + ROUNDING;
    double requirements = RankTest.probability(met(now), met(then));
    if (requirements <= chance) {
      return new Regression(
          Kind.WORSE,
          say(
              "requirements were met on %d of %d fresh seeds, in the baseline on %d of %d: worse with confidence %.3f",
              now.requirementsMet(),
              now.seeds(),
              then.requirementsMet(),
              then.seeds(),
              1 - requirements));
    }
    if (now.values().isEmpty() || then.values().isEmpty()) {
      return new Regression(Kind.ABSTAINED, "no training on fresh seeds gave a fitness");
    }
    double probability = RankTest.probability(now.values(), then.values());
    String gap = say("fitness on fresh seeds is %.4g, in the baseline %.4g", now.iqm(), then.iqm());
    if (probability <= chance) {
      return new Regression(Kind.WORSE, gap + say(": worse with confidence %.3f", 1 - probability));
    }
    if (RankTest.least(now.values().size(), then.values().size()) > chance) {
      return new Regression(
          Kind.ABSTAINED,
          gap
              + say(
                  "; %d and %d seeds cannot show a regression at confidence %s: set fresh_seeds to %s or more",
                  now.values().size(),
                  then.values().size(),
                  confidence,
                  RankTest.needed(chance).stream()
                      .mapToObj(Integer::toString)
                      .findFirst()
                      .orElse("a hundred")));
    }
    return new Regression(
        Kind.NOT_WORSE,
        gap
            + (1 - probability > 0.5
                ? say("; worse with confidence %.3f only", 1 - probability)
                : ""));
  }

  /** Returns 1 for each seed on which the requirements were met, 0 for the others. */
  private static List<Double> met(Fresh fresh) {
    return Stream.concat(
            Collections.nCopies(fresh.requirementsMet(), 1.0).stream(),
            Collections.nCopies(fresh.seeds() - fresh.requirementsMet(), 0.0).stream())
        .toList();
  }

  private static String say(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
