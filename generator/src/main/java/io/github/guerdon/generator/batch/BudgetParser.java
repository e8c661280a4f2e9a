package io.github.guerdon.generator.batch;

import io.github.guerdon.env.file.YamlMap;
import io.github.guerdon.env.file.YamlValue;
import io.github.guerdon.generator.run.Caps;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what all experiments of a batch may use together. */
final class BudgetParser {

  private static final Pattern TIME = Pattern.compile("(\\d{1,9})(s|m|h)");
  private static final int MICRO_DIGITS = 6;
  private static final double MOST_DOLLARS = 1e9;

  private final YamlMap map;
  private final int experiments;

  private BudgetParser(YamlMap map, int experiments) {
    this.map = map;
    this.experiments = experiments;
  }

  static Caps parse(YamlMap map, int experiments) {
    BudgetParser parser = new BudgetParser(map, experiments);
    Caps caps =
        new Caps(
            parser.count("trainings"),
            parser.count("steps"),
            map.find("time").map(BudgetParser::seconds).orElse(Caps.NONE),
            parser.count("calls"),
            parser.count("tokens"),
            map.find("money").map(BudgetParser::microdollars).orElse(Caps.NONE));
    map.finish();
    return caps;
  }

  private long count(String key) {
    return map.find(key).map(this::count).orElse(Caps.NONE);
  }

  private long count(YamlValue value) {
    OptionalLong count = value.count();
    if (count.isPresent() && count.getAsLong() < experiments) {
      value.problem(
          count.getAsLong()
              + " cannot be shared out among "
              + experiments
              + " experiments; give at least "
              + experiments);
    }
    return count.orElse(Caps.NONE);
  }

  private static long seconds(YamlValue value) {
    Matcher matcher = TIME.matcher(value.written().orElse(""));
    long number = matcher.matches() ? Long.parseLong(matcher.group(1)) : 0;
    if (number < 1) {
      value.problem("'time' must be a number above 0 with s, m or h, such as 90m");
      return Caps.NONE;
    }
    return switch (matcher.group(2)) {
      case "h" -> Duration.ofHours(number).toSeconds();
      case "m" -> Duration.ofMinutes(number).toSeconds();
      default -> number;
    };
  }

  private static long microdollars(YamlValue value) {
    OptionalDouble dollars = value.number();
    if (dollars.isPresent()
        && !(dollars.getAsDouble() >= 1e-6 && dollars.getAsDouble() < MOST_DOLLARS)) {
      value.problem("'money' must be an amount above 0 in USD, such as 2.50");
      return Caps.NONE;
    }
    return dollars.isEmpty()
        ? Caps.NONE
        : BigDecimal.valueOf(dollars.getAsDouble())
            .movePointRight(MICRO_DIGITS)
            .setScale(0, RoundingMode.DOWN)
            .longValueExact();
  }
}
