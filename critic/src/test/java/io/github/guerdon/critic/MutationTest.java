package io.github.guerdon.critic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.critic.rule.Rules;
import io.github.guerdon.critic.verdict.Verdict;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class MutationTest {

  private static final int MUTANTS = 700;

  @Test
  void mutantsNeitherCrashTheCriticNorReachTheBytecodeGateAgainstTheRules() {
    assertThat(accepted(20_260_101, MUTANTS)).isGreaterThan(MUTANTS / 20);
  }

  /** Runs more of them, from another seed: the arguments are seed and number. */
  public static void main(String[] args) {
    accepted(Long.parseLong(args[0]), Integer.parseInt(args[1]));
  }

  /** Reviews mutants and returns how many of them were accepted. */
  static int accepted(long seed, int mutants) {
    Critic critic = new Critic();
    Mutants sources = new Mutants(new Random(seed));
    int accepted = 0;
    for (int i = 0; i < mutants; i++) {
      String mutant = sources.next();
      Verdict verdict = critic.review(RewardSource.of(mutant), Vocabularies.HOPPER);
      if (verdict instanceof Verdict.Rejected rejected) {
        assertThat(rejected.findings())
            .as(mutant)
            .noneMatch(f -> f.rule().equals(Rules.BYTECODE))
            .noneMatch(f -> f.message().startsWith("not reviewed within"))
            // Where javac agreed with the rules, Janino has to agree as well.
            .noneMatch(f -> f.rule().equals(Rules.COMPILE_ERROR) && f.column() == 0);
      } else {
        accepted++;
      }
    }
    return accepted;
  }
}
