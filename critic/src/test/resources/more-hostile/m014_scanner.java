import io.github.guerdon.reward.*;
import java.util.Scanner;
public final class Reward implements RewardFunction {
  @Override
  public void reward(State before, Action action, State after, Terms terms) {
    Scanner s = new Scanner(System.in); terms.add("v", s.nextDouble());
  }
}
