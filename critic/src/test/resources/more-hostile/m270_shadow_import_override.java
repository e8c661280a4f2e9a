import io.github.guerdon.reward.*;
import com.evil.Override;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    terms.add("x", after.time());
  }
}
