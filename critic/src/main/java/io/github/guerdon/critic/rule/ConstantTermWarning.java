package io.github.guerdon.critic.rule;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import io.github.guerdon.critic.source.NamePosition;
import io.github.guerdon.critic.source.Program;
import io.github.guerdon.critic.source.Target;
import io.github.guerdon.critic.source.Trees;
import io.github.guerdon.critic.source.Variable;
import io.github.guerdon.reward.slot.TermName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** CONSTANT_TERM, a warning: a term that is added in each step and reads nothing. */
final class ConstantTermWarning implements Rule {

  @Override
  public void check(Program program, Findings findings) {
    Map<String, List<MethodCallExpr>> terms = new LinkedHashMap<>();
    for (MethodCallExpr call : program.calls()) {
      if (NamePosition.addsTerm(program, call)) {
        Trees.plainLiteral(call.getArgument(0))
            .flatMap(TermName::normalise)
            .ifPresent(name -> terms.computeIfAbsent(name, n -> new ArrayList<>()).add(call));
      }
    }
    for (List<MethodCallExpr> adds : terms.values()) {
      if (adds.stream()
          .allMatch(a -> always(a) && !reads(a.getArgument(1), program, new HashSet<>()))) {
        findings.add(
            "CONSTANT_TERM",
            adds.get(0),
            "this term is the same in each step and teaches nothing; let it read the state, or add"
                + " it under a condition");
      }
    }
  }

  /** Returns whether the call stands in the reward method's own block, which has no early end. */
  private static boolean always(MethodCallExpr call) {
    return call.getParentNode()
        .filter(ExpressionStmt.class::isInstance)
        .filter(s -> inOwnBlock((Statement) s))
        .flatMap(s -> s.getParentNode())
        .flatMap(b -> b.getParentNode())
        .filter(
            m ->
                m instanceof MethodDeclaration method
                    && method.getNameAsString().equals("reward")
                    && method.findFirst(ReturnStmt.class).isEmpty())
        .isPresent();
  }

  private static boolean inOwnBlock(Statement statement) {
    return statement
        .getParentNode()
        .filter(BlockStmt.class::isInstance)
        .flatMap(b -> b.getParentNode())
        .filter(MethodDeclaration.class::isInstance)
        .isPresent();
  }

  /** Returns whether a value may depend on the step; in doubt it does. */
  private static boolean reads(Expression value, Program program, Set<Variable> seen) {
    boolean calls = value.findAll(MethodCallExpr.class).stream().anyMatch(c -> reads(c, program));
    return calls
        || value.findAll(Expression.class).stream()
            .map(program::variable)
            .flatMap(Optional::stream)
            .anyMatch(v -> varies(v, program, seen));
  }

  private static boolean reads(MethodCallExpr call, Program program) {
    Target target = program.target(call);
    return !(target instanceof Target.Library)
        && !(target instanceof Target.Helper helper
            && helper.function().callees().isEmpty()
            && helper.function().declaration().findAll(MethodCallExpr.class).stream()
                .allMatch(c -> program.target(c) instanceof Target.Library));
  }

  private static boolean varies(Variable variable, Program program, Set<Variable> seen) {
    return switch (variable.role()) {
      case CONSTANT -> false;
      case PARAMETER -> true;
      case LOCAL ->
          !variable.type().primitive()
              || variable.writes().stream().anyMatch(w -> !plain(w))
              || (seen.add(variable)
                  && (variable.initialiser().filter(i -> reads(i, program, seen)).isPresent()
                      || variable.writes().stream()
                          .anyMatch(w -> reads(((AssignExpr) w).getValue(), program, seen))));
    };
  }

  /** Returns whether a write happens exactly once in each step. */
  private static boolean plain(Expression write) {
    return write instanceof AssignExpr
        && write
            .getParentNode()
            .filter(s -> s instanceof ExpressionStmt statement && inOwnBlock(statement))
            .isPresent();
  }
}
