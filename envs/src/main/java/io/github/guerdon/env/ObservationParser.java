package io.github.guerdon.env;

import io.github.guerdon.env.file.Expression;
import io.github.guerdon.env.file.YamlMap;
import io.github.guerdon.env.file.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what a policy sees: slices, {@code clip(slice, low, high)} and expressions, each as it is
 * or with noise and history.
 */
final class ObservationParser {

  private static final Pattern CLIP =
      Pattern.compile(
          "clip\\(\\s*([^()]+?)\\s*,\\s*("
              + YamlValue.NUMBER
              + ")\\s*,\\s*("
              + YamlValue.NUMBER
              + ")\\s*\\)");
  private static final int LONGEST_HISTORY = 100;

  private ObservationParser() {}

  static List<Observation> parse(YamlValue value) {
    List<Observation> items = new ArrayList<>();
    List<YamlValue> values = value.list();
    values.forEach(v -> item(v).ifPresent(items::add));
    if (value.isList() && values.isEmpty()) {
      value.problem("'observe' is empty; a policy must see something");
    }
    return items;
  }

  private static Optional<Observation> item(YamlValue value) {
    return value.isMap() ? value.map().flatMap(ObservationParser::sensed) : plain(value);
  }

  private static Optional<Observation> sensed(YamlMap map) {
    Optional<Observation> item = map.need("value").flatMap(ObservationParser::plain);
    Optional<YamlValue> noise = map.find("noise");
    Optional<Draw> draw = noise.flatMap(ObservationParser::noise);
    Optional<YamlValue> history = map.find("history");
    OptionalInt steps = history.map(YamlValue::smallCount).orElse(OptionalInt.of(1));
    map.finish();
    if (item.isEmpty() || noise.isPresent() != draw.isPresent() || steps.isEmpty()) {
      return Optional.empty();
    }
    if (steps.getAsInt() > LONGEST_HISTORY) {
      history
          .orElseThrow()
          .problem("'history' is " + steps.getAsInt() + ", must be at most " + LONGEST_HISTORY);
      return Optional.empty();
    }
    return Optional.of(new Observation.Sensed(item.get(), draw, steps.getAsInt()));
  }

  private static Optional<Draw> noise(YamlValue value) {
    Optional<Draw> draw = DrawParser.parse(value);
    boolean added =
        draw.filter(
                d ->
                    d.base().isEmpty()
                        && (d.noise() == Draw.Noise.UNIFORM || d.noise() == Draw.Noise.NORMAL))
            .isPresent();
    if (draw.isPresent() && !added) {
      value.problem("noise is added to each number; write uniform(low, high) or normal(mean, sd)");
    }
    return draw.filter(d -> added);
  }

  private static Optional<Observation> plain(YamlValue value) {
    Optional<String> text = value.written().map(String::strip);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Matcher clip = CLIP.matcher(text.get());
    if (clip.matches()) {
      return clipped(clip, value);
    }
    return FieldSlice.SHAPE.matcher(text.get()).matches()
        ? Optional.of(
            new Observation.Slice(text.get(), text.get(), Element.Range.UNBOUNDED, value.where()))
        : Optional.of(
            new Observation.Scalar(
                new Expression(text.get(), Expression.Type.NUMBER, value.where())));
  }

  private static Optional<Observation> clipped(Matcher clip, YamlValue value) {
    double low = Double.parseDouble(clip.group(2));
    double high = Double.parseDouble(clip.group(3));
    if (!FieldSlice.SHAPE.matcher(clip.group(1)).matches()) {
      value.problem(
          "clip bounds a field slice, '"
              + clip.group(1)
              + "' is none; use Shape.clamp(…, low, high) for an expression");
      return Optional.empty();
    }
    if (low > high) {
      value.problem("'" + clip.group() + "': the lower end comes first; swap them");
      return Optional.empty();
    }
    return Optional.of(
        new Observation.Slice(
            clip.group(), clip.group(1), new Element.Range(low, high), value.where()));
  }
}
