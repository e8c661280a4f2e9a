package io.github.guerdon.critic.compile;

import io.github.guerdon.critic.source.Function;
import io.github.guerdon.critic.source.Type;
import io.github.guerdon.critic.source.Variable;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/** Names in lowered code: plain ASCII, each used once, so that nothing is shadowed. */
final class Names {

  private final IdentityHashMap<Object, String> given = new IdentityHashMap<>();
  private int next;

  String of(Variable variable) {
    return given.computeIfAbsent(variable, v -> fresh(variable.name()));
  }

  String of(Function function) {
    return given.computeIfAbsent(function, f -> fresh(function.name()));
  }

  private final Map<String, String> labels = new HashMap<>();

  String ofLabel(String label) {
    return labels.computeIfAbsent(label, this::fresh);
  }

  String fresh(String stem) {
    return "x" + ++next + "_" + stem.replaceAll("[^A-Za-z0-9]", "");
  }

  /** Returns a type as lowered code writes it. */
  static String type(Type type) {
    String name =
        switch (type.name()) {
          case "State" -> "SlotState";
          case "Terms" -> "SlotTerms";
          default -> type.name();
        };
    return name + "[]".repeat(type.dimensions());
  }
}
