package io.github.guerdon.env;

import io.github.guerdon.mujoco.Model;
import io.github.guerdon.mujoco.ModelScale;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A task's model with some of its fields scaled.
 *
 * @param kind what it is for
 * @param factors what each scaled field is multiplied by; a field that is not named stays
 */
public record Variant(Kind kind, Map<VariedField, Double> factors) {

  /** What a variant is for. */
  public enum Kind {
    /** The model as it is. */
    NOMINAL,
    /** One field at the low end of its range. */
    LOW,
    /** One field at the high end of its range. */
    HIGH,
    /** All fields at once, each drawn from its range. */
    DRAW
  }

  /** Copies the map, in the order of the fields. */
  public Variant {
    Objects.requireNonNull(kind);
    Map<VariedField, Double> copy = new EnumMap<>(VariedField.class);
    copy.putAll(factors);
    factors = Collections.unmodifiableMap(copy);
  }

  /** Returns the model as it is. */
  public static Variant nominal() {
    return new Variant(Kind.NOMINAL, Map.of());
  }

  /** Says what it is, such as {@code body_mass 0.8}; factors are rounded to three digits. */
  public String text() {
    return switch (kind) {
      case NOMINAL -> "the model as it is";
      case LOW, HIGH -> scaled();
      case DRAW -> "drawn: " + scaled();
    };
  }

  private String scaled() {
    return factors.entrySet().stream()
        .map(e -> e.getKey().word() + " " + Math.round(1000 * e.getValue()) / 1000.0)
        .collect(Collectors.joining(", "));
  }

  /**
   * Scales a model's fields; one that nothing scales is left untouched, so that its numbers are the
   * compiler's to the last bit.
   */
  public void apply(Model model) {
    if (!factors.isEmpty()) {
      factors.forEach((field, factor) -> field.scale(model, factor));
      ModelScale.settle(model);
    }
  }
}
