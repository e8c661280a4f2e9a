import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  public void reward(State before, Action action, State after, Terms terms) {
    terms.add("taa", after.time());
    terms.add("tab", after.time());
    terms.add("tac", after.time());
    terms.add("tad", after.time());
    terms.add("tae", after.time());
    terms.add("taf", after.time());
    terms.add("tag", after.time());
    terms.add("tah", after.time());
    terms.add("tai", after.time());
    terms.add("taj", after.time());
    terms.add("tak", after.time());
    terms.add("tal", after.time());
    terms.add("tam", after.time());
    terms.add("tan", after.time());
    terms.add("tao", after.time());
    terms.add("tap", after.time());
    terms.add("taq", after.time());
    terms.add("tar", after.time());
    terms.add("tas", after.time());
    terms.add("tat", after.time());
    terms.add("tau", after.time());
    terms.add("tav", after.time());
    terms.add("taw", after.time());
    terms.add("tax", after.time());
    terms.add("tay", after.time());
    terms.add("taz", after.time());
    terms.add("tba", after.time());
    terms.add("tbb", after.time());
    terms.add("tbc", after.time());
    terms.add("tbd", after.time());
    terms.add("tbe", after.time());
    terms.add("tbf", after.time());
  }
}
