package io.github.guerdon.critic.compile;

import io.github.guerdon.critic.rule.Rules;
import io.github.guerdon.critic.source.Program;
import io.github.guerdon.critic.source.Tunables;
import io.github.guerdon.critic.verdict.CompiledReward;
import io.github.guerdon.critic.verdict.Finding;
import io.github.guerdon.env.Vocabulary;
import io.github.guerdon.reward.slot.ExpressionProgram;
import io.github.guerdon.reward.slot.RewardProgram;
import io.github.guerdon.reward.slot.SlotExpressions;
import io.github.guerdon.reward.slot.SlotReward;
import java.util.List;
import java.util.Optional;

/** Compiles programs in which no rule found anything. */
public final class Compilation {

  private final JavacOpinion javac;
  private final boolean guarded;

  private Compilation(JavacOpinion javac, boolean guarded) {
    this.javac = javac;
    this.guarded = guarded;
  }

  /** Makes one that asks the runtime's compiler, where there is one. */
  public static Compilation ofRuntime() {
    return new Compilation(new JavacOpinion(JavacOpinion.ofRuntime()), true);
  }

  /** Makes one that asks no other compiler, as on a runtime that has none. */
  public static Compilation alone() {
    return new Compilation(new JavacOpinion(Optional.empty()), true);
  }

  /** Makes one that leaves out fuel and instrumentation, to measure what they cost. */
  public static Compilation unguarded() {
    return new Compilation(new JavacOpinion(Optional.empty()), false);
  }

  /** Compiles a reward. */
  public CompiledReward reward(Program program, Vocabulary vocabulary) throws Complaints {
    Repaired repaired = Repair.of(program);
    secondOpinion(repaired);
    Lowered lowered = Lowering.reward(program, vocabulary);
    byte[] compiled = JaninoCompiler.compile(lowered);
    byte[] classFile =
        guarded ? Instrumentation.apply(compiled, true, lowered.text()::origin) : compiled;
    gate(classFile, lowered.className(), SlotReward.class);
    return new CompiledReward(
        repaired.text(),
        new RewardProgram(
            lowered.className(), classFile, lowered.table(), lowered.terms(), lowered.readsStart()),
        Tunables.of(program));
  }

  /** Compiles a class of one function for each expression of a task. */
  public ExpressionProgram expressions(Program program, Vocabulary vocabulary) throws Complaints {
    String text = program.text().text();
    secondOpinion(new Repaired(text, text, List.of()));
    Lowered lowered = Lowering.expressions(program, vocabulary);
    byte[] classFile =
        Instrumentation.apply(JaninoCompiler.compile(lowered), false, lowered.text()::origin);
    gate(classFile, lowered.className(), SlotExpressions.class);
    return new ExpressionProgram(
        lowered.className(), classFile, lowered.table(), program.expressionFunctions().size());
  }

  private void secondOpinion(Repaired source) throws Complaints {
    List<Finding> findings = javac.of(source);
    if (!findings.isEmpty()) {
      throw new Complaints(findings);
    }
  }

  private static void gate(byte[] classFile, String name, Class<?> implemented) throws Complaints {
    List<String> problems = BytecodeGate.problems(classFile, name, implemented);
    if (!problems.isEmpty()) {
      throw new Complaints(problems.stream().map(Compilation::refusal).toList());
    }
  }

  private static Finding refusal(String problem) {
    boolean tooLong = problem.contains("bytes of code");
    return new Finding(
        tooLong ? "SIZE" : Rules.BYTECODE,
        0,
        0,
        problem + (tooLong ? "; use loops and helpers" : "; a compiled reward may not do this"));
  }
}
