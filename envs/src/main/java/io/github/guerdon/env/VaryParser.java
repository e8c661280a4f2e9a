package io.github.guerdon.env;

import io.github.guerdon.env.Vary.Factors;
import io.github.guerdon.env.file.Expression.Where;
import io.github.guerdon.env.file.Problems;
import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.env.file.YamlMap;
import io.github.guerdon.env.file.YamlValue;
import io.github.guerdon.mujoco.Model;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads which fields of the model the robustness card varies. */
final class VaryParser {

  /** The key in a task file. */
  static final String KEY = "vary";

  private static final Pattern RANGE =
      Pattern.compile("(" + YamlValue.NUMBER + ")\\s*\\.\\.\\s*(" + YamlValue.NUMBER + ")");

  private VaryParser() {}

  /**
   * Parses the fields.
   *
   * @param places takes where each field stands, by key path, for {@link #check}
   */
  static Vary parse(YamlValue all, Map<String, Where> places) {
    Map<VariedField, Factors> fields = new EnumMap<>(VariedField.class);
    Optional<YamlMap> map = all.map();
    if (map.filter(m -> m.keys().isEmpty()).isPresent()) {
      all.problem("'vary' names no field; add one, such as body_mass: 0.8..1.2, or remove it");
    }
    map.ifPresent(m -> fields(m, fields, places));
    return new Vary(fields);
  }

  private static void fields(
      YamlMap map, Map<VariedField, Factors> fields, Map<String, Where> places) {
    for (VariedField field : VariedField.values()) {
      map.find(field.word())
          .ifPresent(
              value -> {
                places.put(value.where().key(), value.where());
                factors(value).ifPresent(f -> fields.put(field, f));
              });
    }
    map.finish();
  }

  private static Optional<Factors> factors(YamlValue value) {
    Optional<String> text = value.written();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Matcher range = RANGE.matcher(text.get().strip());
    if (!range.matches()) {
      value.problem(
          "'" + text.get() + "' is no range of factors; write LOW..HIGH, such as 0.8..1.2");
      return Optional.empty();
    }
    double low = Double.parseDouble(range.group(1));
    double high = Double.parseDouble(range.group(2));
    if (low > high) {
      value.problem(text.get() + ": the lower end comes first; swap them");
    } else if (!(low > 0 && high <= Vary.MOST)) {
      value.problem(
          text.get()
              + ": the model's own numbers are multiplied; factors must be above 0 and at most 10");
    } else if (low == 1 && high == 1) {
      value.problem(text.get() + ": varies nothing; widen it, such as 0.8..1.2, or remove it");
    } else {
      return Optional.of(new Factors(low, high));
    }
    return Optional.empty();
  }

  /**
   * Looks whether the model has what is to be varied.
   *
   * @param places where the fields stand
   * @throws TaskException with each field that is 0 all over the model
   */
  static void check(Vary vary, Model model, String file, Map<String, Where> places)
      throws TaskException {
    Problems problems = new Problems(file);
    for (VariedField field : vary.fields().keySet()) {
      if (!field.in(model)) {
        String key = KEY + "." + field.word();
        problems.add(
            places.getOrDefault(key, new Where(key, 1, 1)),
            "the model has no " + field.word() + " that is not 0, so nothing to vary; remove it");
      }
    }
    problems.throwIfAny();
  }
}
