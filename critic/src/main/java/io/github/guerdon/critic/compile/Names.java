package io.github.guerdon.critic.compile;

import io.github.guerdon.critic.source.Function;
import io.github.guerdon.critic.source.Type;
import io.github.guerdon.critic.source.Variable;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/** Names in lowered code: plain ASCII, each used once, so that nothing is shadowed. */
final class Names {

  private final Set<Variable> boxed;
  private final IdentityHashMap<Object, String> given = new IdentityHashMap<>();
  private int next;

  /** Makes names for a program; some of its variables become arrays of one element. */
  Names(Set<Variable> boxed) {
    this.boxed = Set.copyOf(boxed);
  }

  /** Returns what stands for a variable in an expression. */
  String of(Variable variable) {
    return holder(variable) + (boxed.contains(variable) ? "[0]" : "");
  }

  /** Returns the name of a variable, or of the array that holds it. */
  String holder(Variable variable) {
    return given.computeIfAbsent(variable, v -> fresh(variable.name()));
  }

  /** Writes the declaration of a variable with a value. */
  String declared(Variable variable, String value) {
    return holderType(variable)
        + " "
        + holder(variable)
        + " = "
        + (boxed.contains(variable) ? "{" + value + "}" : value);
  }

  /** Returns the type of a variable, or of the array that holds it. */
  String holderType(Variable variable) {
    return type(variable.type()) + (boxed.contains(variable) ? "[]" : "");
  }

  boolean boxed(Variable variable) {
    return boxed.contains(variable);
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
