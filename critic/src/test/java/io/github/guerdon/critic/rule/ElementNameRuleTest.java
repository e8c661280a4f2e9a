package io.github.guerdon.critic.rule;

import org.junit.jupiter.api.Test;

final class ElementNameRuleTest {

  @Test
  void namesAreLiteralsOfTheModel() {
    Marked.body(
        "NAME",
        """
        v += after.body("torso").position().z() + after.body("torzo").position().z(); // BUG
        v += after.body("tor" + "so").position().z(); // BUG
        v += after.joints("thigh_joint", "leg_joint").size();
        v += after.joints("thigh_joint", "knee").size(); // BUG
        v += after.touching("foot", "floor") ? 1 : 0; // BUG
        v += action.of("hip"); // BUG
        v += after.within("qpos[2:]", 0, 1) ? 1 : 0;
        v += after.within("ctrl", 0, 1) ? 1 : 0; // BUG
        v += after.field("qvel[1:]").get(0) + after.field("qvel").sumOfSquares();
        v += after.field("qwel").get(0); // BUG
        """);
  }
}
