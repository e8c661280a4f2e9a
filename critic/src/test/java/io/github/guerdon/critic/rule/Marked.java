package io.github.guerdon.critic.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.critic.Critic;
import io.github.guerdon.critic.RewardSource;
import io.github.guerdon.critic.Vocabularies;
import io.github.guerdon.critic.verdict.Finding;
import io.github.guerdon.critic.verdict.Verdict;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Sources for the hopper in which {@code // BUG} marks each line that a rule must flag. */
final class Marked {

  private static final Critic CRITIC = new Critic();

  private Marked() {}

  /** Checks that a rule flags the marked lines of a whole source and no others. */
  static void source(String rule, String source) {
    List<String> lines = source.lines().toList();
    List<Integer> marked =
        IntStream.range(0, lines.size())
            .filter(i -> lines.get(i).contains("// BUG"))
            .mapToObj(i -> i + 1)
            .toList();
    assertThat(lines(rule, source))
        .as(findings(source).toString())
        .containsExactlyElementsOf(marked);
  }

  /** Checks the statements of a reward method. */
  static void body(String rule, String statements) {
    source(
        rule,
        """
        import io.github.guerdon.reward.*;
        public final class Reward implements RewardFunction {
          @Override public void reward(State before, Action action, State after, Terms terms) {
            double v = after.body("torso").velocity().x();
            terms.add("forward", v);
        """
            + statements
            + "}\n}\n");
  }

  /** Checks members that stand beside a reward method. */
  static void members(String rule, String members) {
    source(
        rule,
        """
        import io.github.guerdon.reward.*;
        public final class Reward implements RewardFunction {
          @Override public void reward(State before, Action action, State after, Terms terms) {
            terms.add("forward", after.body("torso").velocity().x());
          }
        """
            + members
            + "}\n");
  }

  /** Returns what the critic says of a source, warnings included. */
  static List<Finding> findings(String source) {
    Verdict verdict = CRITIC.review(RewardSource.of(source), Vocabularies.HOPPER);
    return verdict instanceof Verdict.Rejected rejected
        ? rejected.findings()
        : ((Verdict.Accepted) verdict).warnings();
  }

  private static Set<Integer> lines(String rule, String source) {
    Set<Integer> lines = new TreeSet<>();
    findings(source).stream().filter(f -> f.rule().equals(rule)).forEach(f -> lines.add(f.line()));
    return lines;
  }
}
