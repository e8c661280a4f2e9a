package io.github.guerdon.env;

import io.github.guerdon.env.file.Expression;
import io.github.guerdon.env.file.KeyName;
import io.github.guerdon.env.file.YamlMap;
import io.github.guerdon.env.file.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads how episodes start: draws for all numbers of {@code qpos} and {@code qvel} or by joint, the
 * keyframe that they begin from, and the condition that a drawn state must meet.
 */
final class StartParser {

  private StartParser() {}

  static Start parse(Optional<YamlMap> map) {
    List<Start.Rule> rules = new ArrayList<>();
    Optional<Expression> until = Optional.empty();
    Optional<KeyName> key = Optional.empty();
    if (map.isPresent()) {
      map.get().find("qpos").ifPresent(value -> field(Start.Field.QPOS, value, rules));
      map.get().find("qvel").ifPresent(value -> field(Start.Field.QVEL, value, rules));
      until =
          map.get()
              .find("until")
              .flatMap(
                  v ->
                      v.written()
                          .map(
                              t ->
                                  new Expression(t.strip(), Expression.Type.CONDITION, v.where())));
      key = map.get().find("key").flatMap(YamlValue::keyName);
      map.get().finish();
    }
    return new Start(rules, until, key);
  }

  private static void field(Start.Field field, YamlValue value, List<Start.Rule> rules) {
    if (!value.isMap()) {
      rule(field, Start.ALL, value).ifPresent(rules::add);
      return;
    }
    value
        .map()
        .ifPresent(
            map ->
                map.forEach(
                    (joint, draw) -> {
                      if (draw.isList()) {
                        List<YamlValue> numbers = draw.list();
                        for (int i = 0; i < numbers.size(); i++) {
                          rule(field, joint + "[" + i + "]", numbers.get(i)).ifPresent(rules::add);
                        }
                      } else {
                        rule(field, joint.equals("*") ? Start.ALL : joint, draw)
                            .ifPresent(rules::add);
                      }
                    }));
  }

  private static Optional<Start.Rule> rule(Start.Field field, String joint, YamlValue value) {
    return DrawParser.parse(value).map(draw -> new Start.Rule(field, joint, draw, value.where()));
  }
}
