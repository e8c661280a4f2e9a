package io.github.guerdon.critic.reviewer;

import io.github.guerdon.critic.RewardSource;
import io.github.guerdon.env.Element;
import io.github.guerdon.env.Vocabulary;
import io.github.guerdon.reward.slot.Kind;
import java.util.List;

/** A small model's names and sources for it. */
final class Sources {

  static final Vocabulary VOCABULARY =
      new Vocabulary(
          0.02,
          2,
          2,
          List.of(
              element(Kind.BODY, "pole", 1, ""),
              element(Kind.JOINT, "slider", 0, "slide"),
              element(Kind.JOINT, "hinge", 1, "hinge"),
              element(Kind.GEOM, "rail", 0, ""),
              element(Kind.GEOM, "pole|tip", 1, ""),
              element(Kind.SENSOR, "touch", 0, ""),
              element(Kind.ACTUATOR, "motor", 0, "joint")),
          List.of("goal"));

  private Sources() {}

  /** Returns a harmless source with one term. */
  static RewardSource upright() {
    return reward("terms.add(\"upright\", after.body(\"pole\").position().z());");
  }

  /** Returns a source for {@link MoodyMain}. */
  static RewardSource mood(String mood) {
    return reward("//mood: " + mood + "\nterms.add(\"one\", after.time());");
  }

  static RewardSource reward(String statements) {
    return RewardSource.of(
        """
        import io.github.guerdon.reward.*;
        public final class Reward implements RewardFunction {
          @Tune(min = 0, max = 2) static final double W = 0.5;
          @Override
          public void reward(State before, Action action, State after, Terms terms) {
            terms.add("weight", W * after.time());
        """
            + statements
            + "\n}}\n");
  }

  private static Element element(Kind kind, String name, int id, String type) {
    boolean addressed = kind == Kind.JOINT;
    return new Element(
        kind,
        name,
        id,
        type,
        addressed ? id : 0,
        addressed ? id : 0,
        kind == Kind.SENSOR ? 3 : 1,
        Element.Range.UNBOUNDED);
  }
}
