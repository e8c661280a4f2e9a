package io.github.guerdon.critic.rule;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LiteralStringValueExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import io.github.guerdon.critic.source.NamePosition;
import io.github.guerdon.critic.source.Program;
import io.github.guerdon.critic.source.Quote;
import io.github.guerdon.critic.source.Trees;
import io.github.guerdon.reward.slot.TermName;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** TERM: each term's name is a literal with a normal form; there are 1 to 32 of them. */
final class TermRule implements Rule {

  private static final int MOST = 32;
  private static final String FORM =
      "a term's name is a literal of letters, digits, space, '_', '-' and '.', beginning with a"
          + " letter, at most 32 long";

  @Override
  public void check(Program program, Findings findings) {
    Set<String> names = new LinkedHashSet<>();
    boolean any = program.calls().stream().anyMatch(c -> reached(program, c));
    for (MethodCallExpr call : program.calls()) {
      if (NamePosition.addsTerm(program, call)) {
        check(call.getArgument(0), names, findings);
        if (names.size() > MOST) {
          findings.add("TERM", call, "more than " + MOST + " different terms; merge some");
          return;
        }
      }
    }
    boolean wellFormed =
        program.functions().stream()
            .anyMatch(f -> f.name().equals("reward") && f.parameters().size() == 4);
    boolean attempted =
        program.calls().stream()
            .anyMatch(
                c ->
                    !NamePosition.addsTerm(program, c)
                        && c.getScope()
                            .filter(s -> program.type(s).name().equals("Terms"))
                            .isPresent());
    if (!any && !attempted && wellFormed) {
      program
          .rewardClass()
          .ifPresent(
              t ->
                  findings.add(
                      "TERM",
                      t,
                      "no term is added, so the reward would always be 0; call"
                          + " terms.add(\"name\", value)"));
    }
  }

  /** Returns whether a call adds a term in a method that the reward method reaches. */
  private static boolean reached(Program program, MethodCallExpr call) {
    return NamePosition.addsTerm(program, call)
        && program.reached().stream().anyMatch(f -> Trees.inside(call, f.declaration()));
  }

  private static void check(Expression argument, Set<String> names, Findings findings) {
    Optional<String> literal = Trees.plainLiteral(argument);
    if (literal.isEmpty()) {
      boolean escaped = Trees.bare(argument) instanceof LiteralStringValueExpr;
      findings.add(
          "TERM",
          argument,
          (escaped ? "the name holds an escape; " : "the name is put together at run time; ")
              + FORM);
      return;
    }
    Optional<String> normal = TermName.normalise(literal.get());
    normal.ifPresentOrElse(
        names::add,
        () ->
            findings.add(
                "TERM", argument, "no term name: " + Quote.name(literal.get()) + "; " + FORM));
  }
}
