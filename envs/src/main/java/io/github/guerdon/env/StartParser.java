package io.github.guerdon.env;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads how episodes start: {@code [base +] uniform(low, high)}, {@code [base +] normal(mean, sd)}
 * or a number.
 */
final class StartParser {

  private static final String NUMBER = "[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?";
  private static final String CONSTANT = NUMBER + "|-?pi(?:/\\d+)?";
  private static final Pattern DRAW =
      Pattern.compile(
          "(?:(?<base>"
              + CONSTANT
              + ")\\s*(?:\\+\\s*|$))?"
              + "(?:(?<noise>[a-z]+)\\(\\s*(?<first>"
              + CONSTANT
              + ")\\s*,\\s*(?<second>"
              + CONSTANT
              + ")\\s*\\))?");
  private static final List<String> LATER = List.of("disk", "choice", "until");

  private StartParser() {}

  static Start parse(Optional<YamlMap> map) {
    List<Start.Rule> rules = new ArrayList<>();
    if (map.isPresent()) {
      map.get().later("until", "key");
      map.get().find("qpos").ifPresent(value -> field(Start.Field.QPOS, value, rules));
      map.get().find("qvel").ifPresent(value -> field(Start.Field.QVEL, value, rules));
      map.get().finish();
    }
    return new Start(rules);
  }

  private static void field(Start.Field field, YamlValue value, List<Start.Rule> rules) {
    if (!value.isMap()) {
      rule(field, Start.ALL, value).ifPresent(rules::add);
      return;
    }
    value
        .map()
        .ifPresent(
            map -> map.forEach((joint, draw) -> rule(field, joint, draw).ifPresent(rules::add)));
  }

  private static Optional<Start.Rule> rule(Start.Field field, String joint, YamlValue value) {
    return value
        .written()
        .flatMap(text -> draw(text.strip(), value))
        .map(draw -> new Start.Rule(field, joint, draw, value.where()));
  }

  private static Optional<Draw> draw(String text, YamlValue value) {
    Matcher m = DRAW.matcher(text);
    if (!m.matches() || text.endsWith("+")) {
      String name = text.replaceFirst("^.*?([a-z]+)\\(.*$", "$1");
      value.problem(
          LATER.contains(name)
              ? "'" + name + "' is not supported yet; use uniform or normal"
              : "start value '"
                  + text
                  + "' is not understood; write a number, uniform(low, high), normal(mean, sd) or base + uniform(low, high)");
      return Optional.empty();
    }
    OptionalDouble base =
        m.group("base") == null
            ? OptionalDouble.empty()
            : OptionalDouble.of(constant(m.group("base")));
    String noise = m.group("noise");
    if (noise == null) {
      return Optional.of(new Draw(base, Draw.Noise.NONE, 0, 0));
    }
    double first = constant(m.group("first"));
    double second = constant(m.group("second"));
    switch (noise) {
      case "uniform" -> {
        if (first > second) {
          value.problem(
              "uniform(" + first + ", " + second + "): the lower end comes first; swap them");
          return Optional.empty();
        }
      }
      case "normal" -> {
        if (second < 0) {
          value.problem(
              "normal(" + first + ", " + second + "): the spread is negative; make it at least 0");
          return Optional.empty();
        }
      }
      default -> {
        value.problem(
            LATER.contains(noise)
                ? "'" + noise + "' is not supported yet; use uniform or normal"
                : "unknown distribution '"
                    + noise
                    + "'"
                    + DidYouMean.hint(noise, List.of("uniform", "normal")));
        return Optional.empty();
      }
    }
    return Optional.of(
        new Draw(base, Draw.Noise.valueOf(noise.toUpperCase(Locale.ROOT)), first, second));
  }

  private static double constant(String text) {
    int pi = text.indexOf("pi");
    if (pi < 0) {
      return Double.parseDouble(text);
    }
    int slash = text.indexOf('/');
    double divisor = slash < 0 ? 1 : Double.parseDouble(text.substring(slash + 1));
    return (text.startsWith("-") ? -Math.PI : Math.PI) / divisor;
  }
}
