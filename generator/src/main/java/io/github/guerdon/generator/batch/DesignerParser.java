package io.github.guerdon.generator.batch;

import io.github.guerdon.env.file.YamlMap;
import io.github.guerdon.env.file.YamlValue;
import io.github.guerdon.generator.llm.Provider;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the designers of a batch's file: names, or maps with a language model's settings. */
final class DesignerParser {

  private static final List<String> MODEL_NUMBERS = List.of("max_tokens", "call_timeout");

  private DesignerParser() {}

  /** Reads the list; nothing for an entry with a problem. */
  static List<DesignerEntry> parse(YamlValue value) {
    Set<String> labels = new HashSet<>();
    return BatchFile.each(
        value,
        item -> {
          Optional<DesignerEntry> designer =
              item.isMap()
                  ? item.map().flatMap(DesignerParser::designer)
                  : name(item)
                      .map(name -> DesignerEntry.of(name, Map.of()))
                      .filter(d -> hasModel(d, item));
          if (designer.isPresent() && !labels.add(designer.get().label())) {
            item.problem(
                "two designers are called '"
                    + designer.get().label()
                    + "' in reports; give one a label");
          }
          return designer;
        });
  }

  private static Optional<String> name(YamlValue value) {
    return value.word(
        Stream.concat(
                Stream.of(DesignerEntry.OFFLINE),
                Arrays.stream(Provider.values()).map(Provider::label))
            .toList());
  }

  private static boolean hasModel(DesignerEntry designer, YamlValue at) {
    boolean has = designer.offline() || designer.options().containsKey(DesignerEntry.MODEL);
    if (!has) {
      at.problem(
          "designer '"
              + designer.name()
              + "' needs a model; write { name: "
              + designer.name()
              + ", model: NAME }");
    }
    return has;
  }

  private static Optional<DesignerEntry> designer(YamlMap map) {
    Optional<YamlValue> at = map.need("name");
    Optional<String> name = at.flatMap(DesignerParser::name);
    Optional<String> label = map.find("label").flatMap(BatchFile::name);
    Map<String, String> options = new LinkedHashMap<>();
    for (String key : List.of(DesignerEntry.MODEL, "base_url")) {
      map.find(key).flatMap(YamlValue::written).ifPresent(v -> options.put(option(key), v));
    }
    for (String key : MODEL_NUMBERS) {
      map.find(key)
          .map(YamlValue::smallCount)
          .ifPresent(n -> n.ifPresent(v -> options.put(option(key), Integer.toString(v))));
    }
    map.find("temperature")
        .map(v -> v.number(0, 2))
        .ifPresent(n -> n.ifPresent(v -> options.put("temperature", Double.toString(v))));
    map.find("stream")
        .flatMap(YamlValue::flag)
        .filter(f -> f)
        .ifPresent(f -> options.put("stream", "true"));
    map.finish();
    return name.map(n -> DesignerEntry.of(n, options))
        .filter(d -> hasModel(d, at.orElseThrow()))
        .map(d -> label.map(l -> new DesignerEntry(l, d.name(), d.options())).orElse(d));
  }

  private static String option(String key) {
    return key.replace('_', '-');
  }
}
