package io.github.guerdon.generator.design.offline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a sketch as ordinary Java. */
final class SketchJava {

  private static final int LONGEST_TERM = 32;
  private static final double MARGIN_FREEDOM = 10;

  private final StringBuilder constants = new StringBuilder();
  private final Map<String, String> locals = new LinkedHashMap<>();
  private final List<String> adds = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  private SketchJava() {}

  static String write(RewardSketch sketch) {
    SketchJava java = new SketchJava();
    sketch.terms().forEach(java::term);
    return "import io.github.guerdon.reward.*;\n\n/** "
        + summary(sketch)
        + " */\npublic final class Reward implements RewardFunction {\n\n"
        + java.constants
        + "  @Override\n"
        + "  public void reward(State before, Action action, State after, Terms terms) {\n"
        + String.join("", java.locals.values())
        + String.join("", java.adds)
        + "  }\n}\n";
  }

  /** Returns the names of a sketch's terms as {@link #write} gives them, in order. */
  static List<String> names(RewardSketch sketch) {
    SketchJava java = new SketchJava();
    return sketch.terms().stream().map(t -> java.unique(base(t))).toList();
  }

  /** Says in a sentence what a sketch gives and charges for. */
  static String summary(RewardSketch sketch) {
    String given = words(sketch.terms().stream().filter(t -> !t.charge()).toList());
    String charged = words(sketch.terms().stream().filter(TermSketch::charge).toList());
    if (given.isEmpty()) {
      return "Charges " + charged + ".";
    }
    return "Rewards " + given + (charged.isEmpty() ? "." : "; charges " + charged + ".");
  }

  private static String words(List<TermSketch> terms) {
    return terms.stream()
        .map(SketchJava::base)
        .map(n -> n.replace('_', ' '))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private void term(TermSketch term) {
    String name = unique(base(term));
    String weight = Labels.constant(name) + "_WEIGHT";
    constant(weight, term.weight(), term.lowest(), term.highest());
    List<String> parts = new ArrayList<>();
    for (Factor factor : term.factors()) {
      String margin = Labels.constant(name) + "_MARGIN" + (parts.isEmpty() ? "" : parts.size() + 1);
      if (factor.hasMargin()) {
        constant(
            margin,
            factor.margin(),
            Decimals.round(factor.margin() / MARGIN_FREEDOM),
            Decimals.round(factor.margin() * MARGIN_FREEDOM));
      }
      parts.add(factor(factor, margin));
    }
    boolean plain =
        term.factors().stream()
            .allMatch(f -> f.form() == Form.LINEAR || f.form() == Form.INDICATOR);
    String times = parts.size() > 1 ? "\n            * " : " * ";
    String open = plain && parts.size() == 1 ? "" : "\n        ";
    String gap = open.isEmpty() ? " " : open;
    adds.add(
        "    terms.add("
            + open
            + "\""
            + name
            + "\","
            + gap
            + (term.charge() ? "-" : "")
            + weight
            + times
            + String.join(times, parts)
            + ");\n");
  }

  private void constant(String name, double value, double min, double max) {
    constants
        .append("  @Tune(min = ")
        .append(Decimals.literal(min))
        .append(", max = ")
        .append(Decimals.literal(max))
        .append(")\n  private static final double ")
        .append(name)
        .append(" = ")
        .append(Decimals.literal(value))
        .append(";\n\n");
  }

  private String factor(Factor factor, String margin) {
    String x = local(factor.signal(), factor.signal().text(), "");
    String bounds = Decimals.literal(factor.low()) + ", " + Decimals.literal(factor.high());
    return switch (factor.form()) {
      case LINEAR -> x;
      case SQUARE -> x + " * " + x;
      case CLAMPED -> "Shape.clamp(" + x + ", " + bounds + ")";
      case TOLERANCE -> "Shape.tolerance(" + x + ", " + bounds + ", " + margin + ")";
      case INDICATOR -> "(" + x + " ? 1.0 : 0.0)";
      case POTENTIAL -> {
        String was = local(factor.signal(), Accessors.before(factor.signal().text()), "Before");
        yield "Shape.potential(" + was + " / " + margin + ", " + x + " / " + margin + ")";
      }
    };
  }

  /** Returns the local that holds a text's value, declared once. */
  private String local(Signal signal, String text, String suffix) {
    String name = Labels.camel(signal.label()) + suffix;
    boolean condition = signal.sort() == Signal.Sort.CONDITION;
    String value = condition ? String.join("\n            && ", Bounded.conjuncts(text)) : text;
    locals.putIfAbsent(
        name, "    " + (condition ? "boolean " : "double ") + name + " = " + value + ";\n");
    return name;
  }

  private String unique(String base) {
    String name = base;
    for (int n = 2; !names.add(name); n++) {
      name = base.substring(0, Math.min(base.length(), LONGEST_TERM - 2)) + n;
    }
    return name;
  }

  private static String base(TermSketch term) {
    Factor first = term.factors().get(0);
    String suffix =
        term.factors().size() > 1
            ? "_jointly"
            : switch (first.form()) {
              case LINEAR, INDICATOR -> "";
              case SQUARE -> "_square";
              case CLAMPED -> "_capped";
              case TOLERANCE -> "_near";
              case POTENTIAL -> "_gain";
            };
    return first.signal().label() + suffix;
  }
}
