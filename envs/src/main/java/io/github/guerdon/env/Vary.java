package io.github.guerdon.env;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which fields of a task's model are varied to see how robust a policy is, and how far. Trainings
 * and fitness use the model as it is, so that this is no part of a task's identity.
 *
 * @param fields the range of each field's factor; empty for a task that varies nothing
 */
public record Vary(Map<VariedField, Factors> fields) {

  /** Nothing is varied. */
  public static final Vary NOTHING = new Vary(Map.of());

  /** The greatest factor. */
  static final double MOST = 10;

  /**
   * A range of factors.
   *
   * @param low more than 0
   * @param high at least {@code low}, at most 10
   */
  public record Factors(double low, double high) {

    /** Checks the ends. */
    public Factors {
      if (!(low > 0 && low <= high && high <= MOST)) {
        throw new IllegalArgumentException(
            "factors are " + low + ".." + high + ", must be 0 < low <= high <= " + MOST);
      }
    }
  }

  /** Copies the map, in the order of the fields. */
  public Vary {
    Map<VariedField, Factors> copy = new EnumMap<>(VariedField.class);
    copy.putAll(fields);
    fields = Collections.unmodifiableMap(copy);
  }

  /** Returns whether nothing is varied. */
  public boolean none() {
    return fields.isEmpty();
  }

  /**
   * Returns the models to try: the one as it is; each field alone at its low and its high end,
   * where these are not the model as it is; all fields drawn at once.
   *
   * @param draws how many are drawn, uniformly within the ranges
   * @param seed what the draws derive from; each depends on it, its number and its field alone
   */
  public List<Variant> variants(int draws, long seed) {
    List<Variant> variants = new ArrayList<>();
    variants.add(Variant.nominal());
    fields.forEach(
        (field, factors) -> {
          end(variants, Variant.Kind.LOW, field, factors.low());
          end(variants, Variant.Kind.HIGH, field, factors.high());
        });
    for (int i = 0; i < draws && !none(); i++) {
      long own = Seeds.derive(seed, i);
      Map<VariedField, Double> drawn = new EnumMap<>(VariedField.class);
      fields.forEach(
          (field, factors) -> {
            double share = new Seeds(Seeds.derive(own, field.word().hashCode())).uniform();
            drawn.put(field, factors.low() + share * (factors.high() - factors.low()));
          });
      variants.add(new Variant(Variant.Kind.DRAW, drawn));
    }
    return List.copyOf(variants);
  }

  private static void end(
      List<Variant> variants, Variant.Kind kind, VariedField field, double factor) {
    if (factor != 1) {
      variants.add(new Variant(kind, Map.of(field, factor)));
    }
  }
}
