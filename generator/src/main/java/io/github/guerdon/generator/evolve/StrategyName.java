package io.github.guerdon.generator.evolve;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The strategies that there are, by the names that a user gives and a record keeps. */
public enum StrategyName {
  /** The four best of all generations; the designer shares the children out among them. */
  ELITE,
  /** All children refine the best of all generations. */
  EUREKA,
  /** Populations apart, with migration. */
  ISLANDS,
  /** A tree of refinements, explored by upper confidence bounds. */
  TREE,
  /** No evolution: the control that the others must beat. */
  BEST_OF;

  /** Returns the name as a user gives it, such as {@code best-of}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Finds the strategy that a user names. */
  public static Optional<StrategyName> find(String word) {
    return Arrays.stream(values()).filter(s -> s.word().equals(word)).findFirst();
  }

  /** Returns all names, for messages. */
  public static String words() {
    return Arrays.stream(values()).map(StrategyName::word).collect(Collectors.joining(", "));
  }

  /**
   * Returns what the next generation comes from. Without any scored candidate the designer is free:
   * it starts again and sees what failed, whatever the strategy.
   */
  public Brood next(Generation generation, int count, long seed) {
    return generation.champion().isEmpty()
        ? Brood.free(Evolution.parents(generation))
        : strategy().next(generation, count, seed);
  }

  private Strategy strategy() {
    return switch (this) {
      case ELITE -> new EliteStrategy();
      case EUREKA -> new EurekaStrategy();
      case ISLANDS -> new IslandsStrategy();
      case TREE -> new TreeStrategy();
      case BEST_OF -> new BestOfStrategy();
    };
  }
}
