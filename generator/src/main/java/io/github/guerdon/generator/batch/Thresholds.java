package io.github.guerdon.generator.batch;

import io.github.guerdon.generator.report.Comparison.Standing;
import io.github.guerdon.generator.report.Fresh;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What an experiment must reach, so that its test case passes.
 *
 * @param fitness the least interquartile mean of the winner on fresh seeds, by task label; under
 *     {@link #ALL} for all tasks
 * @param against how the winner must stand beside a baseline, by the baseline's name
 * @param requirements the least share of fresh seeds on which the winner meets its task's
 *     requirements
 * @param trained the least share of candidates that are trained to the end
 */
public record Thresholds(
    Map<String, Double> fitness,
    Map<String, Bar> against,
    OptionalDouble requirements,
    OptionalDouble trained) {

  static final String ALL = "";

  /** How a winner must stand beside a baseline. */
  public enum Bar {
    /** Better, beyond noise. */
    ABOVE,
    /** Better, or shown to be worse by no more than the margin. */
    NON_INFERIOR,
    /** Not worse beyond noise. */
    NOT_BELOW;

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Bar> find(String word) {
      return Arrays.stream(values()).filter(b -> b.word().equals(word)).findFirst();
    }

    private boolean metBy(Standing standing) {
      return switch (this) {
        case ABOVE -> standing == Standing.ABOVE;
        case NON_INFERIOR -> standing == Standing.ABOVE || standing == Standing.NON_INFERIOR;
        case NOT_BELOW -> standing != Standing.BELOW;
      };
    }
  }

  /** Copies the maps. */
  public Thresholds {
    fitness = Collections.unmodifiableMap(new LinkedHashMap<>(fitness));
    against = Collections.unmodifiableMap(new LinkedHashMap<>(against));
  }

  /** Returns no thresholds. */
  static Thresholds none() {
    return new Thresholds(Map.of(), Map.of(), OptionalDouble.empty(), OptionalDouble.empty());
  }

  /** Says in a sentence each what a result missed. */
  List<String> missed(String task, ExperimentResult result) {
    List<String> missed = new ArrayList<>();
    if (trained.isPresent() && result.executionRate() < trained.getAsDouble()) {
      missed.add(
          say(
              "%.0f %% of the candidates were trained to the end, the threshold is %.0f %%",
              100 * result.executionRate(), 100 * trained.getAsDouble()));
    }
    OptionalDouble least = least(task);
    if (least.isEmpty() && against.isEmpty() && requirements.isEmpty()) {
      return missed;
    }
    if (result.fresh().isEmpty()) {
      missed.add("the winner was " + result.unmeasured() + "; no threshold can be met without it");
      return missed;
    }
    Fresh fresh = result.fresh().get();
    if (least.isPresent() && !(fresh.iqm() >= least.getAsDouble())) {
      missed.add(
          say(
              "fitness on fresh seeds is %.4g, the threshold is %.4g",
              fresh.iqm(), least.getAsDouble()));
    }
    double met = (double) fresh.requirementsMet() / fresh.seeds();
    if (requirements.isPresent() && met < requirements.getAsDouble()) {
      missed.add(
          say(
              "the task's requirements were met on %d of %d fresh seeds, the threshold is %.0f %%",
              fresh.requirementsMet(), fresh.seeds(), 100 * requirements.getAsDouble()));
    }
    against.forEach(
        (baseline, bar) -> {
          Standing standing = result.standings().get(baseline);
          if (standing == null || !bar.metBy(standing)) {
            missed.add(
                say(
                    "the winner is %s '%s', the threshold is %s",
                    standing == null ? "not compared with" : standing.words(),
                    baseline,
                    bar.word()));
          }
        });
    return missed;
  }

  private OptionalDouble least(String task) {
    Double own = fitness.getOrDefault(task, fitness.get(ALL));
    return own == null ? OptionalDouble.empty() : OptionalDouble.of(own);
  }

  private static String say(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
