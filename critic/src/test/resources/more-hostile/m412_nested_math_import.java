import io.github.guerdon.reward.*;
import static com.evil.Outer.Math;

public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    double v = after.body("torso").velocity().x();
    terms.add("forward", Math.abs(v));
  }
}
