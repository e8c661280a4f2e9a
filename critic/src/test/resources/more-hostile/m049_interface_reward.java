import io.github.guerdon.reward.*;
public interface Reward extends RewardFunction {
  default void reward(State before, Action action, State after, Terms terms) { terms.add("x", after.time()); }
}
