package io.github.guerdon.env;

import io.github.guerdon.env.file.DidYouMean;
import io.github.guerdon.env.file.YamlValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads how a number is drawn: a number, {@code [base +] uniform(low, high)}, {@code normal(mean,
 * sd)}, {@code disk(radius)} or {@code choice(a, b, …)}.
 */
final class DrawParser {

  private static final String CONSTANT = "(?:" + YamlValue.NUMBER + "|-?pi(?:/\\d+)?)";
  private static final Pattern DRAW =
      Pattern.compile(
          "(?:(?<base>"
              + CONSTANT
              + ")\\s*(?:\\+\\s*|$))?(?:(?<noise>[a-z]+)\\(\\s*(?<numbers>"
              + CONSTANT
              + "(?:\\s*,\\s*"
              + CONSTANT
              + ")*)\\s*\\))?");
  private static final List<String> NAMES = List.of("uniform", "normal", "disk", "choice");

  private DrawParser() {}

  /** Reads a draw; what is wrong becomes a problem with its place. */
  static Optional<Draw> parse(YamlValue value) {
    return value.written().flatMap(text -> draw(text.strip(), value));
  }

  private static Optional<Draw> draw(String text, YamlValue value) {
    Matcher m = DRAW.matcher(text);
    if (!m.matches() || text.isEmpty() || text.endsWith("+")) {
      value.problem(
          "'"
              + text
              + "' is not understood; write a number, uniform(low, high), normal(mean, sd), disk(radius), choice(a, b, …) or base + one of these");
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
    List<Double> numbers = new ArrayList<>();
    Arrays.stream(m.group("numbers").split(",")).forEach(n -> numbers.add(constant(n.strip())));
    Optional<String> problem = problem(noise, numbers);
    if (problem.isPresent()) {
      value.problem(problem.get());
      return Optional.empty();
    }
    Draw.Noise kind = Draw.Noise.valueOf(noise.toUpperCase(Locale.ROOT));
    return Optional.of(
        kind == Draw.Noise.CHOICE
            ? new Draw(base, kind, 0, 0, numbers)
            : new Draw(base, kind, numbers.get(0), kind == Draw.Noise.DISK ? 0 : numbers.get(1)));
  }

  private static Optional<String> problem(String noise, List<Double> numbers) {
    double first = numbers.get(0);
    double second = numbers.get(numbers.size() - 1);
    return switch (noise) {
      case "uniform", "normal" -> {
        if (numbers.size() != 2) {
          yield Optional.of(noise + " takes 2 numbers, not " + numbers.size());
        }
        if (noise.equals("uniform") && first > second) {
          yield Optional.of(
              "uniform(" + first + ", " + second + "): the lower end comes first; swap them");
        }
        yield noise.equals("normal") && second < 0
            ? Optional.of(
                "normal(" + first + ", " + second + "): the spread is negative; make it at least 0")
            : Optional.empty();
      }
      case "disk" ->
          numbers.size() != 1
              ? Optional.of("disk takes its radius alone, not " + numbers.size() + " numbers")
              : first < 0
                  ? Optional.of("disk(" + first + "): the radius is negative; make it at least 0")
                  : Optional.empty();
      case "choice" -> Optional.empty();
      default ->
          Optional.of("unknown distribution '" + noise + "'" + DidYouMean.hint(noise, NAMES));
    };
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
