package io.github.guerdon.critic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.critic.compile.Compilation;
import io.github.guerdon.critic.verdict.CompiledReward;
import io.github.guerdon.critic.verdict.Finding;
import io.github.guerdon.critic.verdict.Verdict;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the runtime has no javac, the critic refuses what javac would have refused. */
final class AloneTest {

  private static final Critic ALONE = new Critic(Compilation.alone());
  private static final int MUTANTS = 250;

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake("a local without a value", "double a;\nif (x > 0) a = 1;\nx += a; // BUG", ""),
        mistake(
            "a final parameter is written",
            "x += f(x);",
            "static double f(final double a) {\na = 1; // BUG\nreturn a; }"),
        mistake(
            "a helper twice",
            "x += f(x);",
            "static double f(double a) { return a; }\nstatic double f(double b) { return 1; } // BUG"),
        mistake(
            "a constant twice",
            "x += A;",
            "static final double A = 1;\nstatic final double A = 2; // BUG"),
        mistake(
            "a switch of two forms",
            "switch ((int) x) {\ncase 0 -> x = 1;\ncase 1: x = 2; // BUG\n}",
            ""),
        mistake(
            "a case twice", "switch ((int) x) {\ncase 0 -> x = 1;\ncase 0 -> x = 2; // BUG\n}", ""),
        mistake("a label twice", "a: for (;;) {\na: for (;;) break a; // BUG\nbreak a; }", ""),
        mistake(
            "a switch expression is left by break",
            "while (x < 9) {\nx = switch (1) { default -> {\nbreak; // BUG\n} }; }",
            ""),
        mistake(
            "a helper that could be one of two",
            "x += f(1, 2); // BUG",
            "static double f(int a, double b) { return a; }\n"
                + "static double f(double a, int b) { return b; }"),
        mistake(
            "a helper that could be one of two that take any number",
            "x += f(1); // BUG",
            "static double f(int... a) { return 1; }\n"
                + "static double f(int a, int... b) { return 2; }"));
  }

  private static Arguments mistake(String name, String statements, String members) {
    return Arguments.of(
        name,
        """
        import io.github.guerdon.reward.*;
        public final class Reward implements RewardFunction {
          @Override public void reward(State before, Action action, State after, Terms terms) {
            double x = after.time();
        """
            + statements
            + "\nterms.add(\"x\", x); }\n"
            + members
            + "\n}\n");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void refusesWithAPlace(String name, String source) {
    assertThat(Javac.classes(source)).as("javac agrees").isEmpty();
    List<Finding> findings =
        Reviews.rejected(ALONE.review(RewardSource.of(source), Vocabularies.HOPPER)).findings();
    assertThat(findings)
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.rule()).isEqualTo("COMPILE_ERROR");
              assertThat(source.lines().toList().get(f.line() - 1)).contains("// BUG");
              assertThat(f.column()).isPositive();
            });
  }

  @Test
  void mutantsAreAcceptedOrRefusedAsJavacDoes() {
    assertThat(agreeing(20_260_501, MUTANTS)).isGreaterThan(MUTANTS / 20);
  }

  /** Compares more of them, from another seed: the arguments are seed and number. */
  public static void main(String[] args) {
    agreeing(Long.parseLong(args[0]), Integer.parseInt(args[1]));
  }

  /** Compares mutants and returns how many of them both accepted. */
  static int agreeing(long seed, int mutants) {
    Mutants sources = new Mutants(new Random(seed));
    int accepted = 0;
    for (int i = 0; i < mutants; i++) {
      String mutant = sources.next();
      Verdict verdict = ALONE.review(RewardSource.of(mutant), Vocabularies.HOPPER);
      if (verdict instanceof Verdict.Accepted both) {
        CompiledReward reward = both.reward();
        assertThat(Javac.classes(reward.source())).as("accepted alone: %s", mutant).isNotEmpty();
        accepted++;
      } else if (Reviews.rejected(verdict).reason() == Verdict.Reason.COMPILE_ERROR) {
        assertThat(Javac.classes(mutant))
            .as("refused alone: %s\n%s", Reviews.rejected(verdict).findings(), mutant)
            .isEmpty();
      }
    }
    return accepted;
  }
}
