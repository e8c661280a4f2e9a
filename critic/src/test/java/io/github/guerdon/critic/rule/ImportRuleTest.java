package io.github.guerdon.critic.rule;

import org.junit.jupiter.api.Test;

final class ImportRuleTest {

  @Test
  void importsDoNotReplaceTheApi() {
    Marked.source(
        "IMPORT",
        """
        import io.github.guerdon.reward.*;
        import java.util.*;
        import org.joml.Vector3; // BUG
        import com.evil.Math; // BUG
        import static com.evil.Outer.Math; // BUG
        import static java.lang.Math.*;
        import static java.lang.Math.abs;
        import com.example.Unknown;
        import io.github.guerdon.reward.State;
        public final class Reward implements RewardFunction {
          public void reward(State before, Action action, State after, Terms terms) { terms.add("x", after.time()); }
        }
        """);
  }
}
