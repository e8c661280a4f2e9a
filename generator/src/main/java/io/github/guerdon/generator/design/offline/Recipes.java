package io.github.guerdon.generator.design.offline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * First guesses: for each kind of fitness a handful of reward structures that differ, the most
 * plausible one first.
 */
final class Recipes {

  /** Postures are wanted this much further inside than the condition that they must not break. */
  private static final double INSIDE = 0.5;

  private final Catalogue catalogue;
  private final Map<String, RewardSketch> found = new LinkedHashMap<>();

  private Recipes(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Returns the first guesses for a task; there is at least one. */
  static List<RewardSketch> of(Catalogue catalogue) {
    Recipes recipes = new Recipes(catalogue);
    Optional<Signal> goal = catalogue.find("goal");
    if (goal.isEmpty()) {
      recipes.lasting();
    } else if (goal.orElseThrow().sort() == Signal.Sort.CONDITION) {
      recipes.holding(goal.orElseThrow());
    } else {
      recipes.growing(
          catalogue
              .find("goal.rate")
              .or(() -> catalogue.find("goal.gain"))
              .orElse(goal.orElseThrow()));
    }
    return List.copyOf(recipes.found.values());
  }

  /** For a fitness that is the share of steps on which a condition holds. */
  private void holding(Signal goal) {
    List<TermSketch> reached = List.of(TermSketch.give(1, Factor.of(goal, Form.INDICATOR)));
    List<Factor> near =
        catalogue.all("goal.").stream()
            .filter(Signal::bounded)
            .map(s -> Factor.of(s, Form.TOLERANCE))
            .toList();
    if (near.isEmpty()) {
      add(reached, effort());
      add(reached, alive(), effort());
      add(reached, alive(), smooth());
      return;
    }
    List<Factor> still =
        catalogue.all("still.").stream().map(s -> Factor.of(s, Form.TOLERANCE).margin(5)).toList();
    List<Factor> nearAndStill = new ArrayList<>(near);
    nearAndStill.addAll(still);
    List<TermSketch> linear = linear();
    List<TermSketch> apart = near.stream().map(f -> TermSketch.give(1, f)).toList();
    List<TermSketch> calm =
        catalogue.all("still.").stream()
            .map(s -> TermSketch.charge(s.weight(), Factor.of(s, Form.SQUARE)))
            .toList();
    List<TermSketch> together = jointly(1, near);
    add(together, alive(), effort());
    add(linear, reached, effort());
    add(linear, jointly(1, nearAndStill), alive());
    add(apart, alive(), effort());
    add(linear, together, calm);
    add(reached, together, smooth());
    add(apart, reached, calm);
    add(together, jointly(2, near.stream().limit(1).map(Recipes::gain).toList()), effort());
  }

  /** Rewards each number of the goal for going the right way, without an end. */
  private List<TermSketch> linear() {
    List<TermSketch> terms = new ArrayList<>();
    for (Signal signal : catalogue.all("goal.")) {
      if (signal.bounded()) {
        boolean up = signal.low() > Double.NEGATIVE_INFINITY;
        boolean down = signal.high() < Double.POSITIVE_INFINITY && !circular(signal);
        terms.add(
            up && down
                ? TermSketch.charge(0.2, Factor.of(signal, Form.SQUARE))
                : TermSketch.of(!up, 1, Factor.of(signal, Form.LINEAR)));
      }
    }
    return terms;
  }

  private static boolean circular(Signal signal) {
    return signal.text().startsWith("Math.cos(") || signal.text().startsWith("Math.sin(");
  }

  private static Factor gain(Factor near) {
    return new Factor(near.signal(), Form.POTENTIAL, near.low(), near.high(), near.margin());
  }

  /** For a fitness that is a number which should grow, given what each step adds to it. */
  private void growing(Signal progress) {
    Factor pace = Factor.of(progress, Form.LINEAR);
    List<Factor> posture = posture();
    List<Factor> upright = new ArrayList<>(posture);
    upright.add(0, pace);
    Factor whole = catalogue.find("goal.whole").map(s -> Factor.of(s, Form.LINEAR)).orElse(pace);
    List<TermSketch> forward = give(1, pace);
    add(forward, alive(), effort());
    add(forward, alive(), apart(posture, 0.5), effort());
    add(give(2, whole), alive(), smooth());
    add(jointly(1, upright), alive(), effort());
    add(forward, give(1, fast(progress, 1)), alive(), effort());
    add(give(1, Factor.of(progress, Form.CLAMPED).bounds(-2, 2)), alive(), smooth());
    add(give(3, fast(progress, 2)), alive(), effort());
    add(forward, effort());
    catalogue
        .find("body.0.height")
        .ifPresent(h -> add(forward, give(1, Factor.of(h, Form.LINEAR)), effort()));
  }

  private static Factor fast(Signal progress, double speed) {
    return Factor.of(progress, Form.TOLERANCE)
        .bounds(speed, Double.POSITIVE_INFINITY)
        .margin(speed);
  }

  /** For a fitness that every task has: to last. */
  private void lasting() {
    List<Factor> posture = posture();
    add(alive(), effort());
    add(apart(posture, 1), alive());
    add(apart(posture, 1), smooth());
    if (found.isEmpty()) {
      catalogue.all().stream()
          .limit(1)
          .forEach(s -> add(give(s.weight(), Factor.of(s, Form.LINEAR))));
    }
  }

  /** Returns the numbers of the healthy condition, wanted well inside its bounds. */
  private List<Factor> posture() {
    List<Factor> factors = new ArrayList<>();
    for (Signal signal : catalogue.all("healthy.")) {
      if (signal.bounded()) {
        double low = signal.low();
        double high = signal.high();
        boolean both = Double.isFinite(low) && Double.isFinite(high);
        double inset = both ? INSIDE * (high - low) / 2 : 0;
        double margin = both ? inset : signal.scale() * INSIDE;
        factors.add(
            Factor.of(signal, Form.TOLERANCE).bounds(low + inset, high - inset).margin(margin));
      }
    }
    return factors;
  }

  private static List<TermSketch> apart(List<Factor> factors, double weight) {
    return factors.stream().map(f -> TermSketch.give(weight, f)).toList();
  }

  private static List<TermSketch> give(double weight, Factor factor) {
    return List.of(TermSketch.give(weight, factor));
  }

  private static List<TermSketch> jointly(double weight, List<Factor> factors) {
    return List.of(TermSketch.give(weight, factors.toArray(Factor[]::new)));
  }

  private List<TermSketch> alive() {
    return catalogue
        .find("healthy")
        .map(s -> TermSketch.give(1, Factor.of(s, Form.INDICATOR)))
        .stream()
        .toList();
  }

  private List<TermSketch> effort() {
    return catalogue
        .find("effort")
        .map(s -> TermSketch.charge(s.weight(), Factor.of(s, Form.LINEAR)))
        .stream()
        .toList();
  }

  private List<TermSketch> smooth() {
    return catalogue
        .find("rate")
        .map(s -> TermSketch.charge(s.weight(), Factor.of(s, Form.LINEAR)))
        .stream()
        .toList();
  }

  @SafeVarargs
  private static List<TermSketch> join(List<TermSketch>... parts) {
    List<TermSketch> terms = new ArrayList<>();
    for (List<TermSketch> part : parts) {
      terms.addAll(part);
    }
    return terms;
  }

  @SafeVarargs
  private void add(List<TermSketch>... parts) {
    List<TermSketch> terms = join(parts);
    if (!terms.isEmpty()) {
      List<TermSketch> kept = terms.subList(0, Math.min(terms.size(), RewardSketch.MOST_TERMS));
      RewardSketch sketch = new RewardSketch(kept);
      found.putIfAbsent(sketch.structure(), sketch);
    }
  }
}
