import io.github.guerdon.reward.*;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    try { terms.add("n", java.nio.file.Files.readString(java.nio.file.Path.of("/etc/passwd")).length()); } catch (java.io.IOException e) { }
  }
}
