import io.github.guerdon.reward.*;
import static java.lang.System.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    err.println("x"); out.print(1);
    terms.add("forward", after.body("torso").velocity().x());
  }
}
