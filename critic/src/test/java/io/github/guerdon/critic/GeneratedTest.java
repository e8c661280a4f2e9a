package io.github.guerdon.critic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.critic.verdict.CompiledReward;
import io.github.guerdon.critic.verdict.Verdict;
import io.github.guerdon.reward.RewardFunction;
import io.github.guerdon.reward.slot.ProgramLoader;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Sources made at random: javac's class of each and the critic's give the same bits. */
final class GeneratedTest {

  private static final int SOURCES = 40;
  private static final int STATES = 25;

  @Test
  void generatedSourcesMeanWhatJavacSaysTheyMean() {
    assertThat(agreeing(20_260_301, SOURCES)).isGreaterThan(SOURCES * 2 / 3);
  }

  /** Checks more of them, from another seed: the arguments are seed and number. */
  public static void main(String[] args) {
    agreeing(Long.parseLong(args[0]), Integer.parseInt(args[1]));
  }

  /** Checks so many sources and returns how many of them javac and the critic both compiled. */
  static int agreeing(long seed, int sources) {
    Critic critic = new Critic();
    Random random = new Random(seed);
    int agreeing = 0;
    for (int i = 0; i < sources; i++) {
      String source = Generated.source(random);
      Verdict verdict = critic.review(RewardSource.of(source), Vocabularies.HOPPER);
      if (verdict instanceof Verdict.Rejected rejected) {
        // Some are too long, or jump over statements; then javac has said so.
        assertThat(rejected.findings())
            .as(source)
            .allMatch(
                f ->
                    List.of("SIZE", "NESTING").contains(f.rule())
                        || (f.rule().equals("COMPILE_ERROR") && f.column() > 0));
        continue;
      }
      agreeing++;
      compare(((Verdict.Accepted) verdict).reward(), source);
    }
    return agreeing;
  }

  static void compare(CompiledReward compiled, String source) {
    RewardFunction original =
        ProgramLoader.load("Reward", Javac.strict(compiled.source()), RewardFunction.class);
    Worlds worlds = new Worlds(compiled, 7);
    for (int i = 0; i < STATES; i++) {
      worlds.draw();
      Object lowered = outcome(worlds::lowered);
      Object written = outcome(() -> worlds.asWritten(original));
      assertThat(lowered).as(source).isEqualTo(written);
    }
  }

  /** Returns the terms, or the kind of what was thrown. */
  private static Object outcome(Supplier<List<Double>> step) {
    try {
      return step.get();
    } catch (ArithmeticException | IndexOutOfBoundsException e) {
      return e.getClass();
    }
  }
}
