package io.github.guerdon.critic.rule;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.PatternExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.EmptyStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import io.github.guerdon.critic.source.Function;
import io.github.guerdon.critic.source.Program;
import io.github.guerdon.critic.source.Quote;
import io.github.guerdon.critic.source.Type;
import java.util.Set;

/**
 * COMPILE_ERROR: each local has a value before it is read, each final one gets it once, each
 * statement can be reached, each jump has a target, and each way through a helper returns.
 */
final class FlowRule implements Rule {

  private static final Set<Class<? extends Statement>> FOLLOWED =
      Set.of(
          BlockStmt.class,
          BreakStmt.class,
          ContinueStmt.class,
          DoStmt.class,
          EmptyStmt.class,
          ExpressionStmt.class,
          ForEachStmt.class,
          ForStmt.class,
          IfStmt.class,
          LabeledStmt.class,
          ReturnStmt.class,
          SwitchStmt.class,
          WhileStmt.class,
          YieldStmt.class);

  @Override
  public void check(Program program, Findings findings) {
    for (Function function : program.functions()) {
      function
          .declaration()
          .getBody()
          // What is refused anyway is not followed.
          .filter(b -> b.findFirst(Node.class, FlowRule::strange).isEmpty())
          .ifPresent(b -> check(function, b, program, findings));
    }
  }

  private static void check(Function function, BlockStmt body, Program program, Findings findings) {
    Known end = new Flow(program, findings).after(body, Known.START);
    if (end.reachable() && !function.result().equals(Type.VOID)) {
      findings.add(
          "COMPILE_ERROR",
          function.declaration().getName(),
          "not every way through "
              + Quote.name(function.name())
              + " returns a value; end it with a return");
    }
  }

  private static boolean strange(Node node) {
    return (node instanceof Statement && !FOLLOWED.contains(node.getClass()))
        || node instanceof LambdaExpr
        || node instanceof ObjectCreationExpr
        || node instanceof PatternExpr;
  }
}
