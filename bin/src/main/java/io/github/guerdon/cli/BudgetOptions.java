package io.github.guerdon.cli;

import io.github.guerdon.generator.run.Caps;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that cap what a search may use. */
final class BudgetOptions {

  private static final Pattern TIME = Pattern.compile("(\\d{1,9})(s|m|h)");
  private static final int MICRO_DIGITS = 6;

  @Option(
      names = "--trainings",
      paramLabel = "N",
      description =
          "Cap: at most this many trainings in all. A plan that it cuts short ends with exit code 4.")
  private @Nullable Long trainings;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "Cap: at most this many environment steps in all.")
  private @Nullable Long steps;

  @Option(
      names = "--time",
      paramLabel = "TIME",
      description =
          "Cap: at most this long, such as 90m or 8h; then the run stops with exit code 4 and can be resumed.")
  private @Nullable String time;

  @Option(
      names = "--calls",
      paramLabel = "N",
      description = "Cap: at most this many requests to a language model, retries included.")
  private @Nullable Long calls;

  @Option(
      names = "--tokens",
      paramLabel = "N",
      description = "Cap: at most this many tokens sent and received.")
  private @Nullable Long tokens;

  @Option(
      names = "--money",
      paramLabel = "USD",
      description = "Cap: at most this much money for a language model, such as 2.50.")
  private @Nullable BigDecimal money;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /** Returns whether none was given. */
  boolean none() {
    return trainings == null
        && steps == null
        && time == null
        && calls == null
        && tokens == null
        && money == null;
  }

  Caps caps() {
    Caps caps = Caps.none();
    if (trainings != null) {
      caps = caps.withTrainings(positive("--trainings", trainings));
    }
    if (steps != null) {
      caps = caps.withSteps(positive("--steps", steps));
    }
    if (time != null) {
      caps = caps.withSeconds(seconds(time));
    }
    if (calls != null) {
      caps = caps.withCalls(positive("--calls", calls));
    }
    if (tokens != null) {
      caps = caps.withTokens(positive("--tokens", tokens));
    }
    return money == null ? caps : caps.withMicrodollars(microdollars(money));
  }

  private long seconds(String text) {
    Matcher matcher = TIME.matcher(text.toLowerCase(Locale.ROOT));
    long number = matcher.matches() ? Long.parseLong(matcher.group(1)) : 0;
    if (number < 1) {
      throw new ParameterException(
          spec.commandLine(),
          "--time is '" + text + "', must be a number above 0 with s, m or h, such as 90m.");
    }
    return switch (matcher.group(2)) {
      case "h" -> Duration.ofHours(number).toSeconds();
      case "m" -> Duration.ofMinutes(number).toSeconds();
      default -> number;
    };
  }

  private long microdollars(BigDecimal dollars) {
    long micro =
        dollars.signum() > 0 && dollars.compareTo(BigDecimal.valueOf(1_000_000_000L)) < 0
            ? dollars.movePointRight(MICRO_DIGITS).setScale(0, RoundingMode.DOWN).longValueExact()
            : 0;
    if (micro < 1) {
      throw new ParameterException(
          spec.commandLine(), "--money is " + dollars + ", must be an amount above 0 in USD.");
    }
    return micro;
  }

  private long positive(String option, long value) {
    if (value < 1) {
      throw new ParameterException(
          spec.commandLine(), option + " is " + value + ", must be at least 1.");
    }
    return value;
  }
}
