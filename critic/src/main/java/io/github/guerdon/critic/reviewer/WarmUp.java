package io.github.guerdon.critic.reviewer;

import io.github.guerdon.critic.Critic;
import io.github.guerdon.critic.RewardSource;
import io.github.guerdon.critic.verdict.Verdict;
import io.github.guerdon.env.Element;
import io.github.guerdon.env.Vocabulary;
import io.github.guerdon.reward.slot.Kind;
import java.util.List;

/** Reviews a source of guerdon's own, so that the first foreign one does not wait for classes. */
final class WarmUp {

  private static final String SOURCE =
      """
      import io.github.guerdon.reward.*;

      public final class Reward implements RewardFunction {
        @Tune(min = 0, max = 2)
        static final double WEIGHT = 0.5;

        static double height(State state) {
          return state.body("body").position().z();
        }

        @Override
        public void reward(State before, Action action, State after, Terms terms) {
          double sum = 0;
          for (int i = 0; i < after.qposSize(); i++) {
            sum += Math.abs(after.qpos(i)) > 1 ? 1.0 : after.qvel(i);
          }
          var speed = after.joint("joint").velocity();
          double kind = switch ((int) speed) { case 0 -> 1.0; default -> 2.0; };
          terms.add("height", WEIGHT * (height(after) - height(before)) / after.dt());
          terms.add("sum", sum * kind);
          terms.add("effort", -0.1 * action.of("motor") * action.of("motor"));
        }
      }
      """;

  private static final Vocabulary VOCABULARY =
      new Vocabulary(
          0.01,
          1,
          1,
          List.of(
              element(Kind.BODY, "body", ""),
              element(Kind.JOINT, "joint", "hinge"),
              element(Kind.ACTUATOR, "motor", "joint")),
          List.of());

  private WarmUp() {}

  /** Reviews it, and once more with a mistake. */
  static void run(Critic critic) {
    Verdict verdict = critic.review(RewardSource.of(SOURCE), VOCABULARY);
    if (verdict instanceof Verdict.Rejected rejected) {
      throw new IllegalStateException("the critic refuses its warm-up: " + rejected.findings());
    }
    critic.review(RewardSource.of(SOURCE.replace("\"body\"", "\"boddy\"")), VOCABULARY);
  }

  private static Element element(Kind kind, String name, String type) {
    return new Element(kind, name, 0, type, 0, 0, 1, Element.Range.UNBOUNDED);
  }
}
