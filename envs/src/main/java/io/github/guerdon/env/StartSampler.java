package io.github.guerdon.env;

import io.github.guerdon.reward.slot.Kind;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Draws an episode's first positions and velocities. */
final class StartSampler {

  private final double[] qpos0;
  private final @Nullable Draw[] positions;
  private final @Nullable Draw[] velocities;

  /** Resolves the rules; the names in them have been checked against the vocabulary. */
  StartSampler(Start start, Vocabulary vocabulary, double[] qpos0) {
    this.qpos0 = qpos0.clone();
    positions = new Draw[vocabulary.nq()];
    velocities = new Draw[vocabulary.nv()];
    for (Start.Rule rule : start.rules()) {
      boolean position = rule.field() == Start.Field.QPOS;
      @Nullable Draw[] draws = position ? positions : velocities;
      if (rule.joint().equals(Start.ALL)) {
        Arrays.fill(draws, rule.draw());
      } else {
        Element joint = vocabulary.find(Kind.JOINT, rule.joint()).orElseThrow();
        int from = position ? joint.address() : joint.velocityAddress();
        Arrays.fill(draws, from, from + width(joint, rule.field()), rule.draw());
      }
    }
  }

  /** Returns how many numbers of a field belong to a joint. */
  static int width(Element joint, Start.Field field) {
    boolean position = field == Start.Field.QPOS;
    return switch (joint.type()) {
      case "free" -> position ? 7 : 6;
      case "ball" -> position ? 4 : 3;
      default -> 1;
    };
  }

  /** Writes one draw from these places on: first all positions, then all velocities. */
  void sample(Seeds random, double[] qpos, int qposBase, double[] qvel, int qvelBase) {
    for (int i = 0; i < positions.length; i++) {
      Draw draw = positions[i];
      qpos[qposBase + i] = draw == null ? qpos0[i] : draw.sample(qpos0[i], random);
    }
    for (int i = 0; i < velocities.length; i++) {
      Draw draw = velocities[i];
      qvel[qvelBase + i] = draw == null ? 0 : draw.sample(0, random);
    }
  }
}
