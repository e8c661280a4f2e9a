import io.github.guerdon.reward.*;
import java.util.Objects;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    Objects.requireNonNull(after);
    terms.add("forward", after.body("torso").velocity().x());
  }
}
