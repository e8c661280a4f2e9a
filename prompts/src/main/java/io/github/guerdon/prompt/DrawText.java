package io.github.guerdon.prompt;

import io.github.guerdon.env.Draw;
import io.github.guerdon.env.Parameter;
import io.github.guerdon.env.Start;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is drawn in an episode, in words: how it starts, and what it is about. */
final class DrawText {

  private DrawText() {}

  /** Says how an episode starts, a phrase a rule. */
  static List<String> starts(Start start) {
    List<String> phrases = new ArrayList<>();
    start.key().ifPresent(key -> phrases.add("keyframe " + PlainText.literal(key.name())));
    start.rules().forEach(rule -> phrases.add(rule(rule)));
    start
        .until()
        .ifPresent(
            until -> phrases.add("drawn again until " + PlainText.code(until.text()) + " is true"));
    return List.copyOf(phrases);
  }

  private static String rule(Start.Rule rule) {
    boolean position = rule.field() == Start.Field.QPOS;
    String what = position ? "qpos" : "qvel";
    String whose =
        rule.joint().equals(Start.ALL)
            ? "all of " + what
            : what + " of joint " + PlainText.literal(rule.joint());
    return whose + " = " + draw(rule.draw(), position ? "the model's default" : "0");
  }

  /** Says what a goal's numbers are called, where they lie, when they are drawn, what they move. */
  static String goal(Parameter goal) {
    String names = goal.names().stream().map(PlainText::literal).collect(Collectors.joining(", "));
    String every =
        goal.every().isPresent()
            ? ", again every " + Figures.of(goal.every().getAsDouble()) + " s"
            : "";
    String elements =
        goal.element().stream().map(PlainText::literal).collect(Collectors.joining(", "));
    String sets =
        switch (goal.sets()) {
          case NOTHING -> "";
          case MOCAP -> "; it is the position of body " + elements + ", in m";
          case JOINT -> "; it is the position of joint " + elements;
        };
    return names + " = " + ranges(goal) + every + sets;
  }

  private static String ranges(Parameter goal) {
    return goal.ranges().stream()
        .map(
            range ->
                (range.from() == 0 ? "" : "from training step " + range.from() + " on ")
                    + range.draws().stream()
                        .map(draw -> draw(draw, ""))
                        .collect(Collectors.joining(", ")))
        .collect(Collectors.joining("; "));
  }

  /**
   * Says what is drawn.
   *
   * @param usual the centre where none is given; empty where that is 0
   */
  private static String draw(Draw draw, String usual) {
    String base = draw.base().isPresent() ? Figures.of(draw.base().getAsDouble()) : usual;
    String before = base.isEmpty() ? "" : base + " + ";
    return switch (draw.noise()) {
      case NONE -> base;
      case UNIFORM -> before + "uniform" + pair(draw);
      case NORMAL -> before + "normal" + pair(draw);
      case DISK -> before + "disk(" + Figures.of(draw.first()) + ")";
      case CHOICE ->
          (draw.base().isPresent() ? base + " + choice(" : "choice(")
              + draw.choices().stream().map(Figures::of).collect(Collectors.joining(", "))
              + ")";
    };
  }

  private static String pair(Draw draw) {
    return "(" + Figures.of(draw.first()) + ", " + Figures.of(draw.second()) + ")";
  }
}
