import io.github.guerdon.reward.*;
import java.util.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    Map<String, Double> m = new HashMap<>(); m.put("a", 1.0); terms.add("v", m.get("a"));
  }
}
