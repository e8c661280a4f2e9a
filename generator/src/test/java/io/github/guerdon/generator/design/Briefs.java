package io.github.guerdon.generator.design;

import io.github.guerdon.env.Element;
import io.github.guerdon.env.Element.Range;
import io.github.guerdon.env.Vocabulary;
import io.github.guerdon.generator.design.TaskBrief.Measure;
import io.github.guerdon.reward.slot.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Two tasks by hand: a pole to hold up and a leg to run with. */
public final class Briefs {

  private Briefs() {}

  public static TaskBrief pole() {
    return pole(UnaryOperator.identity());
  }

  public static TaskBrief leg() {
    return leg(UnaryOperator.identity());
  }

  /** Returns the pole with other names for its elements. */
  public static TaskBrief pole(UnaryOperator<String> name) {
    Model model = new Model(name);
    model.bodies("world", "cart", "pole");
    model.joint("slider", "slide", new Range(-1.8, 1.8));
    model.joint("hinge", "hinge", Range.UNBOUNDED);
    model.actuator("slider", new Range(-1, 1));
    String upright =
        "Math.cos(after.joint(\"%s\").position()) > 0.95 && Math.abs(after.joint(\"%s\").position()) < 0.5"
            .formatted(name.apply("hinge"), name.apply("slider"));
    return new TaskBrief(
        "Swing the pole up and hold it.",
        new Vocabulary(0.02, 2, 2, model.elements, List.of()),
        500,
        Optional.empty(),
        List.of(new Measure("held", upright, true, "fraction", "")),
        List.of(),
        "held");
  }

  /** Returns the leg with other names for its elements. */
  public static TaskBrief leg(UnaryOperator<String> name) {
    Model model = new Model(name);
    model.bodies("world", "torso", "thigh", "leg", "foot");
    model.root("rootx", "x");
    model.root("rootz", "z");
    model.joint("rooty", "hinge", Range.UNBOUNDED);
    for (String joint : List.of("thigh_joint", "leg_joint", "foot_joint")) {
      model.joint(joint, "hinge", new Range(-2.6, 0));
      model.actuator(joint, new Range(-1, 1));
    }
    String healthy =
        "after.joint(\"%s\").position() > 0.7 && Math.abs(after.joint(\"%s\").position()) < 0.2 && after.within(\"qpos[2:]\", -100, 100)"
            .formatted(name.apply("rootz"), name.apply("rooty"));
    String distance = "after.joint(\"%s\").position()".formatted(name.apply("rootx"));
    String speed = "after.body(\"%s\").velocity().x()".formatted(name.apply("torso"));
    return new TaskBrief(
        "Travel along +x as fast as it can without falling over.",
        new Vocabulary(0.008, 6, 6, model.elements, List.of()),
        1000,
        Optional.of(healthy),
        List.of(
            new Measure("distance", distance, false, "change", "m"),
            new Measure("speed", speed, false, "mean", "m/s")),
        List.of("survival >= 0.95"),
        "distance");
  }

  private static final class Model {

    private final UnaryOperator<String> name;
    private final List<Element> elements = new ArrayList<>();
    private int joints;
    private int actuators;

    Model(UnaryOperator<String> name) {
      this.name = name;
    }

    void bodies(String... names) {
      for (int i = 0; i < names.length; i++) {
        String given = i == 0 ? names[i] : name.apply(names[i]);
        elements.add(new Element(Kind.BODY, given, i, "", 0, 0, 1, Range.UNBOUNDED));
      }
    }

    void root(String joint, String axis) {
      joint(joint, "slide", Range.UNBOUNDED, axis);
    }

    void joint(String joint, String type, Range range) {
      joint(joint, type, range, "");
    }

    private void joint(String joint, String type, Range range, String axis) {
      elements.add(
          new Element(Kind.JOINT, name.apply(joint), joints, type, joints, joints, 1, range, axis));
      joints++;
    }

    void actuator(String actuator, Range range) {
      elements.add(
          new Element(Kind.ACTUATOR, name.apply(actuator), actuators++, "motor", 0, 0, 1, range));
    }
  }
}
