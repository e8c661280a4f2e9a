package io.github.guerdon.env;

import io.github.guerdon.env.Requirement.Comparison;
import io.github.guerdon.env.file.DidYouMean;
import io.github.guerdon.env.file.YamlValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads bounds on metrics: {@code ">= 0.95"} for a named one, {@code distance >= 5 && survival ==
 * 1} for success.
 */
final class BoundParser {

  private static final String SIGN_AND_NUMBER = "(>=|<=|==|>|<)\\s*(" + YamlValue.NUMBER + ")";
  private static final Pattern BOUND = Pattern.compile(SIGN_AND_NUMBER);
  private static final Pattern COMPARISON =
      Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)\\s*" + SIGN_AND_NUMBER);

  private BoundParser() {}

  /** Reads the bound of a metric that is named elsewhere. */
  static Optional<Requirement> bound(String metric, YamlValue value) {
    Optional<String> text = value.written();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Matcher m = BOUND.matcher(text.get().strip());
    if (!m.matches()) {
      value.problem(
          "bound '"
              + text.get()
              + "' is not understood; write a comparison with a number, such as \">= 0.95\"");
      return Optional.empty();
    }
    return Optional.of(requirement(metric, m.group(1), m.group(2)));
  }

  /** Reads comparisons joined by {@code &&}. */
  static List<Requirement> all(YamlValue value, List<String> metrics) {
    List<Requirement> bounds = new ArrayList<>();
    for (String part : value.written().map(t -> t.split("&&", -1)).orElse(new String[0])) {
      Matcher m = COMPARISON.matcher(part.strip());
      if (!m.matches()) {
        value.problem(
            "'"
                + part.strip()
                + "' is not understood; write comparisons of metrics with numbers, such as distance >= 5 && survival == 1");
      } else if (!metrics.contains(m.group(1))) {
        value.problem("unknown metric '" + m.group(1) + "'" + DidYouMean.hint(m.group(1), metrics));
      } else {
        bounds.add(requirement(m.group(1), m.group(2), m.group(3)));
      }
    }
    return bounds;
  }

  private static Requirement requirement(String metric, String sign, String number) {
    Comparison comparison =
        Arrays.stream(Comparison.values())
            .filter(c -> c.sign().equals(sign))
            .findFirst()
            .orElseThrow();
    return new Requirement(metric, comparison, Double.parseDouble(number));
  }
}
