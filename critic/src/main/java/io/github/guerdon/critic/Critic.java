package io.github.guerdon.critic;

import io.github.guerdon.critic.compile.Compilation;
import io.github.guerdon.critic.compile.Complaints;
import io.github.guerdon.critic.rule.Rules;
import io.github.guerdon.critic.source.Parser;
import io.github.guerdon.critic.source.Program;
import io.github.guerdon.critic.source.SourceText;
import io.github.guerdon.critic.verdict.CompiledReward;
import io.github.guerdon.critic.verdict.Finding;
import io.github.guerdon.critic.verdict.Verdict;
import io.github.guerdon.env.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reviews reward sources: refuses with all findings at once, or compiles. Safe for threads. */
public final class Critic {

  /** More findings than this help nobody at once. */
  private static final int MOST = 10;

  private final Compilation compilation;

  /** Makes one; it is worth keeping, the first review warms it up. */
  public Critic() {
    this(Compilation.ofRuntime());
  }

  Critic(Compilation compilation) {
    this.compilation = compilation;
  }

  /**
   * Compiles a trusted source without fuel and instrumentation, to measure what they cost.
   *
   * @throws IllegalArgumentException if it is refused
   */
  public static CompiledReward unguarded(RewardSource source, Vocabulary vocabulary) {
    Verdict verdict = new Critic(Compilation.unguarded()).review(source, vocabulary);
    if (verdict instanceof Verdict.Accepted accepted) {
      return accepted.reward();
    }
    throw new IllegalArgumentException("the source is refused: " + verdict);
  }

  /** Reviews a source against the names of a task. */
  public Verdict review(RewardSource source, Vocabulary vocabulary) {
    return Deadline.run(() -> reviewHere(source.source(), vocabulary))
        .fold(verdict -> verdict, finding -> refused(List.of(finding)));
  }

  private Verdict reviewHere(byte[] source, Vocabulary vocabulary) {
    SourceText text = SourceText.of(source);
    List<Finding> inText = Rules.check(text);
    if (!inText.isEmpty()) {
      return refused(inText);
    }
    Parser.Result parsed = Parser.parse(text);
    List<Finding> findings =
        new ArrayList<>(
            parsed.mistakes().stream()
                .map(
                    m ->
                        new Finding(
                            "SYNTAX_ERROR", m.line(), m.column(), "no Java: " + m.message()))
                .toList());
    parsed.program().ifPresent(p -> findings.addAll(Rules.check(p, vocabulary)));
    if (!findings.isEmpty() || parsed.program().isEmpty()) {
      return refused(findings);
    }
    Program program = parsed.program().get();
    try {
      return new Verdict.Accepted(compilation.reward(program, vocabulary), Rules.warnings(program));
    } catch (Complaints e) {
      return refused(e.findings());
    }
  }

  private static Verdict refused(List<Finding> findings) {
    boolean compileOnly = findings.stream().allMatch(f -> f.rule().equals(Rules.COMPILE_ERROR));
    return new Verdict.Rejected(
        compileOnly ? Verdict.Reason.COMPILE_ERROR : Verdict.Reason.STATIC_REJECT, shown(findings));
  }

  /** Returns the findings worth reading, in order: each rule's first ones before other repeats. */
  private static List<Finding> shown(List<Finding> findings) {
    List<Finding> sorted = findings.stream().distinct().sorted(Finding.BY_PLACE).toList();
    Set<String> rules = new HashSet<>();
    List<Finding> firsts = sorted.stream().filter(f -> rules.add(f.rule())).toList();
    return Stream.concat(firsts.stream(), sorted.stream().filter(f -> !firsts.contains(f)))
        .limit(MOST)
        .sorted(Finding.BY_PLACE)
        .toList();
  }
}
