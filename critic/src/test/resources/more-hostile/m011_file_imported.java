import io.github.guerdon.reward.*;
import java.io.File;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    File f = new File("/tmp/x"); f.mkdirs();
    terms.add("forward", after.body("torso").velocity().x());
  }
}
