package io.github.guerdon.critic;

import io.github.guerdon.critic.compile.Compilation;
import io.github.guerdon.critic.compile.Complaints;
import io.github.guerdon.critic.rule.Rules;
import io.github.guerdon.critic.source.Parser;
import io.github.guerdon.critic.source.Program;
import io.github.guerdon.critic.source.SourceText;
import io.github.guerdon.critic.verdict.Finding;
import io.github.guerdon.critic.verdict.Verdict;
import io.github.guerdon.env.Vocabulary;
import java.util.List;

/** Reviews reward sources: refuses with all findings at once, or compiles. Safe for threads. */
public final class Critic {

  private final Compilation compilation = new Compilation();

  /** Makes one; it is worth keeping, the first review warms it up. */
  public Critic() {}

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
    if (parsed.program().isEmpty()) {
      return refused(
          parsed.mistakes().stream()
              .map(
                  m -> new Finding("SYNTAX_ERROR", m.line(), m.column(), "no Java: " + m.message()))
              .toList());
    }
    Program program = parsed.program().get();
    List<Finding> inTree = Rules.check(program, vocabulary);
    if (!inTree.isEmpty()) {
      return refused(inTree);
    }
    try {
      return new Verdict.Accepted(compilation.reward(program, vocabulary), Rules.warnings(program));
    } catch (Complaints e) {
      return refused(e.findings());
    }
  }

  private static Verdict refused(List<Finding> findings) {
    boolean compileOnly = findings.stream().allMatch(f -> f.rule().equals(Rules.COMPILE_ERROR));
    return new Verdict.Rejected(
        compileOnly ? Verdict.Reason.COMPILE_ERROR : Verdict.Reason.STATIC_REJECT,
        findings.stream().sorted(Finding.BY_PLACE).toList());
  }
}
