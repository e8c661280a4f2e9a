import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    terms.add("a_very_long_term_name_of_more_than_thirty_two", after.time());
  }
}
