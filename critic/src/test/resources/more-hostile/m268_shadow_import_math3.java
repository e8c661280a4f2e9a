import io.github.guerdon.reward.*;
import org.apache.commons.math3.util.FastMath;
import com.evil.StrictMath;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    terms.add("x", StrictMath.abs(after.time()));
  }
}
