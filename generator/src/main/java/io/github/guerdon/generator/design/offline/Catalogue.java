package io.github.guerdon.generator.design.offline;

import io.github.guerdon.env.Element;
import io.github.guerdon.env.Vocabulary;
import io.github.guerdon.generator.design.TaskBrief;
import io.github.guerdon.reward.slot.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All signals of a task, in an order that depends on no name: what the fitness reads, what being
 * healthy means, and what the vocabulary offers.
 */
final class Catalogue {

  /** Bodies and sites beyond this many of a kind are left out. */
  private static final int MOST_ELEMENTS = 12;

  private static final int MOST_SITE_PAIRS = 6;

  private final Map<String, Signal> signals = new LinkedHashMap<>();
  private final Labels labels = new Labels();

  private Catalogue() {}

  static Catalogue of(TaskBrief task) {
    Catalogue catalogue = new Catalogue();
    task.goal().ifPresent(goal -> catalogue.goal(goal, task.vocabulary()));
    task.healthy().ifPresent(catalogue::healthy);
    catalogue.actions(task.vocabulary());
    catalogue.joints(task.vocabulary());
    catalogue.bodies(task.vocabulary());
    catalogue.sites(task.vocabulary());
    return catalogue;
  }

  /** Returns a signal by its key. */
  Signal get(String key) {
    return find(key)
        .orElseThrow(() -> new IllegalArgumentException("this task has no signal " + key));
  }

  Optional<Signal> find(String key) {
    return Optional.ofNullable(signals.get(key));
  }

  /** Returns the signals whose key starts so, in order. */
  List<Signal> all(String prefix) {
    return signals.values().stream().filter(s -> s.key().startsWith(prefix)).toList();
  }

  List<Signal> all() {
    return List.copyOf(signals.values());
  }

  /** Adds a signal unless another one already reads the same. */
  private void add(Signal signal) {
    if (signals.values().stream().noneMatch(s -> s.text().equals(signal.text()))) {
      signals.put(signal.key(), signal);
    }
  }

  private void goal(TaskBrief.Measure goal, Vocabulary vocabulary) {
    String text = goal.each().strip();
    boolean state = Accessors.ofOneState(text);
    if (goal.condition()) {
      add(Signal.condition("goal", labels.label(goal.name(), ""), text));
      bounded("goal", text);
    } else if (state) {
      add(Signal.number("goal", labels.label(goal.name(), ""), text, 1, 1));
      if (List.of("change", "last", "max", "min").contains(goal.over())) {
        Accessors.rate(text).ifPresent(r -> add(Signal.number("goal.rate", labels.of(r), r, 1, 1)));
        String difference = "((" + text + ") - (" + Accessors.before(text) + ")) / after.dt()";
        add(Signal.step("goal.gain", labels.label(goal.name(), "gain"), difference, 1));
      }
      Accessors.travel(text, vocabulary).ifPresent(this::whole);
    } else {
      add(Signal.step("goal", labels.label(goal.name(), ""), text, 1));
    }
    int i = 0;
    for (String rate : Accessors.rates(text)) {
      add(Signal.number("still." + i, labels.of(rate), rate, 2, 0.01).within(0, 0));
      i++;
    }
  }

  /** Adds how fast all of it travels: what swings about it, such as a head, does not count. */
  private void whole(String axis) {
    String at = ".centerOfMass()." + axis + "()";
    add(
        Signal.step(
            "goal.whole",
            labels.label("mass_center", "velocity"),
            "(after" + at + " - before" + at + ") / after.dt()",
            1));
  }

  private void healthy(String text) {
    add(Signal.condition("healthy", labels.label("healthy", ""), text.strip()));
    bounded("healthy", text);
  }

  /** Adds the numbers that a condition keeps within bounds. */
  private void bounded(String prefix, String condition) {
    int i = 0;
    for (Bounded b : Bounded.of(condition)) {
      if (Accessors.ofOneState(b.text())) {
        add(
            Signal.number(prefix + "." + i, labels.of(b.text()), b.text(), b.scale(), 1)
                .within(b.low(), b.high()));
        i++;
      }
    }
  }

  private void actions(Vocabulary vocabulary) {
    double squares = 0;
    for (Element actuator : vocabulary.elements(Kind.ACTUATOR)) {
      double reach = Math.max(Math.abs(actuator.range().low()), Math.abs(actuator.range().high()));
      squares += Double.isFinite(reach) && reach > 0 ? reach * reach : 1;
    }
    if (squares > 0) {
      add(
          Signal.step(
              "effort",
              labels.label("effort", ""),
              "action.sumOfSquares()",
              Decimals.round(0.05 / squares, 1)));
      add(
          Signal.step(
              "rate",
              labels.label("action_rate", ""),
              "action.rate()",
              Decimals.round(0.05 / Math.sqrt(squares), 1)));
    }
  }

  private void joints(Vocabulary vocabulary) {
    int i = 0;
    for (Element joint : vocabulary.elements(Kind.JOINT)) {
      String key = "joint." + i++;
      String text = "after.joint(\"" + joint.name() + "\")";
      boolean hinge = joint.type().equals("hinge");
      if (!hinge && !joint.type().equals("slide")) {
        continue;
      }
      add(
          Signal.number(
                  key + ".position",
                  labels.label(joint.name(), "position"),
                  text + ".position()",
                  1,
                  0.5)
              .within(0, 0));
      add(
          Signal.number(
                  key + ".velocity",
                  labels.label(joint.name(), "velocity"),
                  text + ".velocity()",
                  hinge ? 5 : 1,
                  hinge ? 0.02 : 0.2)
              .within(0, 0));
      if (hinge) {
        add(
            Signal.number(
                    key + ".cosine",
                    labels.label(joint.name(), "cosine"),
                    "Math.cos(" + text + ".position())",
                    2,
                    1)
                .within(1, 1));
      }
    }
  }

  private void bodies(Vocabulary vocabulary) {
    int i = 0;
    // MuJoCo's body 0 is the world, which never moves.
    for (Element body :
        first(vocabulary.elements(Kind.BODY).stream().filter(b -> b.id() > 0).toList())) {
      String key = "body." + i++;
      String text = "after.body(\"" + body.name() + "\")";
      add(
          Signal.number(
              key + ".height",
              labels.label(body.name(), "height"),
              text + ".position().z()",
              1,
              1));
      add(
          Signal.number(
                  key + ".upright", labels.label(body.name(), "upright"), text + ".up().z()", 2, 1)
              .within(1, 1));
      for (String axis : List.of("x", "y", "z")) {
        add(
            Signal.number(
                    key + ".velocity." + axis,
                    labels.label(body.name(), "velocity_" + axis),
                    text + ".velocity()." + axis + "()",
                    1,
                    0.2)
                .within(0, 0));
      }
    }
  }

  private void sites(Vocabulary vocabulary) {
    List<Element> sites = first(vocabulary.elements(Kind.SITE));
    int pairs = 0;
    for (int i = 0; i < sites.size(); i++) {
      for (int j = i + 1; j < sites.size() && pairs < MOST_SITE_PAIRS; j++) {
        String text =
            "after.site(\""
                + sites.get(i).name()
                + "\").position().distanceTo(after.site(\""
                + sites.get(j).name()
                + "\").position())";
        add(
            Signal.number(
                    "sites." + pairs++, labels.label(sites.get(i).name(), "distance"), text, 0.5, 1)
                .within(0, 0));
      }
    }
  }

  private static List<Element> first(List<Element> elements) {
    return elements.subList(0, Math.min(elements.size(), MOST_ELEMENTS));
  }
}
