package io.github.guerdon.critic;

import io.github.guerdon.env.Element;
import io.github.guerdon.env.Vocabulary;
import io.github.guerdon.reward.slot.Kind;
import java.util.ArrayList;
import java.util.List;

/** Vocabularies of the corpora's tasks, written by hand. */
public final class Vocabularies {

  private final List<Element> elements = new ArrayList<>();

  public static final Vocabulary HOPPER =
      new Vocabularies()
          .of(Kind.BODY, "", "world", "torso", "thigh", "leg", "foot")
          .of(Kind.JOINT, "slide", "rootx", "rootz")
          .of(Kind.JOINT, "hinge", "rooty", "thigh_joint", "leg_joint", "foot_joint")
          .of(Kind.GEOM, "capsule", "floor", "torso_geom", "thigh_geom", "leg_geom", "foot_geom")
          .of(Kind.ACTUATOR, "motor", "thigh_joint", "leg_joint", "foot_joint")
          .vocabulary(0.008);

  static final Vocabulary CARTPOLE =
      new Vocabularies()
          .of(Kind.BODY, "", "world", "cart", "pole")
          .of(Kind.JOINT, "slide", "slider")
          .of(Kind.JOINT, "hinge", "hinge")
          .of(Kind.GEOM, "capsule", "rail", "cart", "pole")
          .of(Kind.ACTUATOR, "motor", "slider")
          .vocabulary(0.02);

  static final Vocabulary CHEETAH =
      new Vocabularies()
          .of(
              Kind.BODY, "", "world", "torso", "bthigh", "bshin", "bfoot", "fthigh", "fshin",
              "ffoot")
          .of(Kind.JOINT, "slide", "rootx", "rootz")
          .of(Kind.JOINT, "hinge", "rooty", "bthigh", "bshin", "bfoot", "fthigh", "fshin", "ffoot")
          .of(
              Kind.GEOM, "capsule", "floor", "torso", "head", "bthigh", "bshin", "bfoot", "fthigh",
              "fshin", "ffoot")
          .of(Kind.ACTUATOR, "motor", "bthigh", "bshin", "bfoot", "fthigh", "fshin", "ffoot")
          .vocabulary(0.05);

  static final Vocabulary REACHER =
      new Vocabularies()
          .of(Kind.BODY, "", "world", "body0", "body1", "fingertip", "target")
          .of(Kind.JOINT, "hinge", "joint0", "joint1")
          .of(Kind.JOINT, "slide", "target_x", "target_y")
          .of(Kind.GEOM, "capsule", "ground", "link0", "link1", "fingertip", "target")
          .of(Kind.ACTUATOR, "motor", "joint0", "joint1")
          .vocabulary(0.02);

  private Vocabularies() {}

  static Vocabulary of(String task) {
    return switch (task) {
      case "hopper-run" -> HOPPER;
      case "cartpole-swingup" -> CARTPOLE;
      case "half-cheetah-run" -> CHEETAH;
      case "reacher-reach" -> REACHER;
      default -> throw new IllegalArgumentException("no vocabulary for " + task);
    };
  }

  private Vocabularies of(Kind kind, String type, String... names) {
    for (String name : names) {
      int id = count(kind);
      boolean joint = kind == Kind.JOINT;
      elements.add(
          new Element(
              kind, name, id, type, joint ? id : 0, joint ? id : 0, 1, Element.Range.UNBOUNDED));
    }
    return this;
  }

  private int count(Kind kind) {
    return (int) elements.stream().filter(e -> e.kind() == kind).count();
  }

  private Vocabulary vocabulary(double dt) {
    return new Vocabulary(dt, count(Kind.JOINT), count(Kind.JOINT), elements, List.of());
  }
}
