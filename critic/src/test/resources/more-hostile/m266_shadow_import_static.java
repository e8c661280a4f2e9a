import io.github.guerdon.reward.*;
import static com.evil.Math.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    terms.add("x", launch(1));
  }
}
