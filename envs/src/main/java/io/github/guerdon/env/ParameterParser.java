package io.github.guerdon.env;

import io.github.guerdon.env.file.DidYouMean;
import io.github.guerdon.env.file.YamlMap;
import io.github.guerdon.env.file.YamlValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads goals and commands. */
final class ParameterParser {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,61}");
  private static final Pattern SECONDS =
      Pattern.compile("(\\d+\\.?\\d*|\\.\\d+)\\s*(?:s|seconds?)");
  private static final List<String> TARGETS = List.of("mocap", "joint");

  private ParameterParser() {}

  static List<Parameter> parse(YamlMap map) {
    List<Parameter> all = new ArrayList<>();
    List<String> taken = new ArrayList<>();
    map.forEach(
        (name, value) -> {
          if (!NAME.matcher(name).matches()) {
            value.problem(
                "parameter name '"
                    + name
                    + "' must be lower case letters, digits and underscores, beginning with a letter");
            return;
          }
          value
              .map()
              .flatMap(m -> parameter(name, m, value))
              .ifPresent(
                  parameter -> {
                    for (String one : parameter.names()) {
                      if (taken.contains(one)) {
                        value.problem(
                            "two parameters have a number '" + one + "'; rename one of them");
                      }
                      taken.add(one);
                    }
                    all.add(parameter);
                  });
        });
    return all;
  }

  private static Optional<Parameter> parameter(String name, YamlMap map, YamlValue value) {
    Optional<YamlValue> draw = map.need("draw");
    List<Parameter.Range> ranges = draw.map(ParameterParser::ranges).orElse(List.of());
    Optional<OptionalDouble> every =
        map.find("every").map(ParameterParser::every).orElse(Optional.of(OptionalDouble.empty()));
    Optional<YamlValue> sets = map.find("sets");
    Optional<String> target = sets.flatMap(ParameterParser::target);
    map.finish();
    if (ranges.isEmpty() || every.isEmpty() || sets.isPresent() != target.isPresent()) {
      return Optional.empty();
    }
    int width = ranges.get(0).width();
    Parameter.Target kind =
        target
            .map(t -> t.substring(0, t.indexOf(':')).strip().toUpperCase(Locale.ROOT))
            .map(Parameter.Target::valueOf)
            .orElse(Parameter.Target.NOTHING);
    List<String> names =
        target
            .map(t -> t.substring(t.indexOf(':') + 1))
            .map(
                t ->
                    kind == Parameter.Target.JOINT
                        ? Arrays.stream(t.split(",", -1)).map(String::strip).toList()
                        : List.of(t.strip()))
            .orElse(List.of());
    if (kind == Parameter.Target.JOINT && names.size() != width) {
      sets.orElseThrow()
          .problem(
              "'"
                  + name
                  + "' has "
                  + width
                  + " numbers and names "
                  + names.size()
                  + " joints; name one joint for each number, with commas between");
      return Optional.empty();
    }
    return Optional.of(new Parameter(name, ranges, every.get(), kind, names, value.where()));
  }

  /** Reads a draw, a list of draws, or either by the number of steps from which it holds. */
  private static List<Parameter.Range> ranges(YamlValue value) {
    List<Parameter.Range> ranges = new ArrayList<>();
    if (value.isMap()) {
      value
          .map()
          .ifPresent(
              map ->
                  map.forEach(
                      (from, draw) -> {
                        String steps = from.replace("_", "");
                        if (!steps.matches("\\d{1,15}")) {
                          draw.problem(
                              "'"
                                  + from
                                  + "' must be a number of training steps from which the draw holds");
                        } else {
                          range(Long.parseLong(steps), draw).ifPresent(ranges::add);
                        }
                      }));
      check(value, ranges);
    } else {
      range(0, value).ifPresent(ranges::add);
    }
    return ranges;
  }

  private static void check(YamlValue value, List<Parameter.Range> ranges) {
    boolean ascending = true;
    for (int i = 1; i < ranges.size(); i++) {
      ascending &= ranges.get(i).from() > ranges.get(i - 1).from();
    }
    if (!ranges.isEmpty() && (ranges.get(0).from() != 0 || !ascending)) {
      value.problem("a schedule begins with step 0 and ascends; put its steps in order");
      ranges.clear();
    } else if (ranges.stream().mapToInt(Parameter.Range::width).distinct().count() > 1) {
      value.problem("the draws of a schedule must all have as many numbers");
      ranges.clear();
    }
  }

  private static Optional<Parameter.Range> range(long from, YamlValue value) {
    List<YamlValue> items = value.isList() ? value.list() : List.of(value);
    List<Draw> draws = items.stream().map(DrawParser::parse).flatMap(Optional::stream).toList();
    if (draws.size() < items.size()) {
      return Optional.empty();
    }
    Parameter.Range range = new Parameter.Range(from, draws);
    if (range.width() < 1 || range.width() > 3) {
      value.problem("a parameter has 1 to 3 numbers, not " + range.width());
      return Optional.empty();
    }
    return Optional.of(range);
  }

  private static Optional<OptionalDouble> every(YamlValue value) {
    String text = value.written().orElse("").strip();
    Matcher m = SECONDS.matcher(text);
    if (text.equals("episode")) {
      return Optional.of(OptionalDouble.empty());
    }
    if (m.matches() && Double.parseDouble(m.group(1)) > 0) {
      return Optional.of(OptionalDouble.of(Double.parseDouble(m.group(1))));
    }
    value.problem("'every' is '" + text + "', must be episode or a time such as 4 s");
    return Optional.empty();
  }

  private static Optional<String> target(YamlValue value) {
    String text = value.written().orElse("").strip();
    int colon = text.indexOf(':');
    String kind = colon < 0 ? text : text.substring(0, colon).strip();
    if (kind.equals("site")) {
      value.problem("'site:' is not supported yet; use a mocap body and mocap:BODY");
    } else if (colon < 0 || !TARGETS.contains(kind)) {
      value.problem(
          "'sets' is '"
              + text
              + "', must be mocap:BODY or joint:NAME"
              + DidYouMean.nearest(kind, TARGETS)
                  .map(t -> "; did you mean '" + t + ":…'?")
                  .orElse(""));
    } else {
      return Optional.of(text);
    }
    return Optional.empty();
  }
}
