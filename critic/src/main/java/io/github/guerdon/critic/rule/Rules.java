package io.github.guerdon.critic.rule;

import io.github.guerdon.critic.source.Program;
import io.github.guerdon.critic.source.SourceText;
import io.github.guerdon.critic.verdict.Finding;
import io.github.guerdon.env.Vocabulary;
import java.util.List;

/** All rules, in the order in which a source meets them. */
public final class Rules {

  /** The rule that stands for mistakes that any Java compiler reports. */
  public static final String COMPILE_ERROR = "COMPILE_ERROR";

  /** The rule of the gate on compiled classes. */
  public static final String BYTECODE = "BYTECODE";

  private static final List<TextRule> TEXT =
      List.of(
          new EncodingRule(),
          new SizeRule(),
          new NestingRule(),
          new ControlCharRule(),
          new UnicodeEscapeRule(),
          new IdentifierRule());

  private static final List<Rule> SHAPE = List.of(new StructureRule(), new ImportRule());

  private static final List<Rule> TREE =
      List.of(
          new SignatureRule(),
          new ModifierRule(),
          new MemberRule(),
          new FieldRule(),
          new SyntaxRule(),
          new TypeRule(),
          new ApiRule(),
          new DeclaredNameRule(),
          new AllocRule(),
          new RecursionRule(),
          new TermRule(),
          new TuneRule(),
          new MistakeRule(),
          new AssignmentRule(),
          new DuplicateRule(),
          new SwitchRule(),
          new FlowRule());

  private static final List<Rule> EXPRESSION =
      List.of(new SyntaxRule(), new TypeRule(), new ApiRule(), new MistakeRule());

  private static final List<Rule> WARNINGS =
      List.of(
          new IntegerDivisionWarning(),
          new ConstantTermWarning(),
          new UnitWarning(),
          new UnusedTuneWarning());

  private Rules() {}

  /** Returns what the rules on text find; a text with findings is not parsed. */
  public static List<Finding> check(SourceText text) {
    Findings findings = new Findings();
    TEXT.forEach(rule -> rule.check(text, findings));
    return findings.inOrder();
  }

  /** Returns what the rules find in a class made of a task's expressions. */
  public static List<Finding> checkExpressions(Program program, Vocabulary vocabulary) {
    Findings findings = new Findings();
    EXPRESSION.forEach(rule -> rule.check(program, findings));
    new ElementNameRule(vocabulary).check(program, findings);
    return findings.inOrder();
  }

  /** Returns what the rules on the tree find, with the names of a vocabulary. */
  public static List<Finding> check(Program program, Vocabulary vocabulary) {
    Findings findings = new Findings();
    SHAPE.forEach(rule -> rule.check(program, findings));
    // Of something that is no reward at all, only that is worth saying.
    if (program.rewardClass().isPresent()) {
      TREE.forEach(rule -> rule.check(program, findings));
      new ElementNameRule(vocabulary).check(program, findings);
    }
    return findings.inOrder();
  }

  /** Returns what looks wrong in an accepted program and is legal. */
  public static List<Finding> warnings(Program program) {
    Findings findings = new Findings();
    WARNINGS.forEach(rule -> rule.check(program, findings));
    return findings.inOrder();
  }
}
