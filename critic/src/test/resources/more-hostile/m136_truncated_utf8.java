import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction { public void reward(State b, Action a, State s, Terms t) { t.add("x", s.time()); } }
// â‚