package io.github.guerdon.env;

import io.github.guerdon.env.file.KeyName;
import io.github.guerdon.env.file.YamlMap;
import io.github.guerdon.env.file.YamlValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Reads how an action becomes physics. */
final class ControlParser {

  private ControlParser() {}

  static Optional<Control> parse(YamlMap map) {
    OptionalInt frameSkip =
        map.find("frame_skip").map(v -> v.smallCount(10_000)).orElse(OptionalInt.of(1));
    Optional<String> derived =
        map.find("derived")
            .map(v -> v.word(List.of("end", "gymnasium")))
            .orElse(Optional.of("end"));
    Optional<ActionMode> mode = mode(map);
    Optional<YamlValue> written = map.find("mocap");
    Optional<MocapControl> mocap = written.flatMap(MocapParser::parse);
    map.finish();
    return frameSkip.isPresent()
            && derived.isPresent()
            && mode.isPresent()
            && written.isPresent() == mocap.isPresent()
        ? Optional.of(
            new Control(
                frameSkip.getAsInt(),
                Control.Derived.valueOf(derived.get().toUpperCase(Locale.ROOT)),
                mode.get(),
                mocap))
        : Optional.empty();
  }

  private static Optional<ActionMode> mode(YamlMap map) {
    Optional<String> action =
        map.find("action")
            .map(v -> v.word(List.of("direct", "offset-from-key")))
            .orElse(Optional.of("direct"));
    boolean offset = action.filter("offset-from-key"::equals).isPresent();
    Optional<KeyName> key = Optional.empty();
    OptionalDouble scale =
        map.find("scale").map(v -> v.number(0, 1e9)).orElse(OptionalDouble.of(1));
    OptionalDouble span = map.find("span").map(v -> v.number(1e-6, 1)).orElse(OptionalDouble.of(1));
    if (offset) {
      key = map.need("key").flatMap(YamlValue::keyName);
      map.find("span")
          .ifPresent(v -> v.problem("'span' belongs to action: direct; use 'scale' for offsets"));
    } else {
      map.find("key")
          .ifPresent(v -> v.problem("'key' belongs to action: offset-from-key; remove it"));
    }
    OptionalDouble delay =
        map.find("delay").map(v -> v.number(0, 1000)).orElse(OptionalDouble.of(0));
    if (delay.isPresent() && delay.getAsDouble() != Math.rint(delay.getAsDouble())) {
      map.find("delay")
          .ifPresent(v -> v.problem("'delay' counts control steps, must be a whole number"));
      delay = OptionalDouble.empty();
    }
    OptionalDouble lowPass =
        map.find("low_pass").map(v -> v.number(1e-6, 1)).orElse(OptionalDouble.of(1));
    boolean sound =
        action.isPresent()
            && key.isPresent() == offset
            && scale.isPresent()
            && span.isPresent()
            && delay.isPresent()
            && lowPass.isPresent();
    return sound
        ? Optional.of(
            new ActionMode(
                key,
                scale.getAsDouble(),
                span.getAsDouble(),
                (int) delay.getAsDouble(),
                lowPass.getAsDouble()))
        : Optional.empty();
  }
}
