package io.github.guerdon.critic.rule;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import io.github.guerdon.critic.source.Constants;
import io.github.guerdon.critic.source.NamePosition;
import io.github.guerdon.critic.source.Program;

/** CONSTANT_TERM, a warning: a term that is added in each step and reads nothing. */
final class ConstantTermWarning implements Rule {

  @Override
  public void check(Program program, Findings findings) {
    Constants constants = new Constants(program);
    for (MethodCallExpr call : program.calls()) {
      if (NamePosition.addsTerm(program, call)
          && constants.of(call.getArgument(1)).isPresent()
          && always(call)) {
        findings.add(
            "CONSTANT_TERM",
            call,
            "this term is the same in each step and teaches nothing; add it under a condition");
      }
    }
  }

  /** Returns whether the call stands in the reward method's own block, which has no early end. */
  private static boolean always(MethodCallExpr call) {
    return call.getParentNode()
        .filter(ExpressionStmt.class::isInstance)
        .flatMap(s -> s.getParentNode())
        .filter(BlockStmt.class::isInstance)
        .flatMap(b -> b.getParentNode())
        .filter(
            m ->
                m instanceof MethodDeclaration method
                    && method.getNameAsString().equals("reward")
                    && method.findFirst(ReturnStmt.class).isEmpty())
        .isPresent();
  }
}
