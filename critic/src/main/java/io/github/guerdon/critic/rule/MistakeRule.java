package io.github.guerdon.critic.rule;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.DoubleLiteralExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.YieldStmt;
import io.github.guerdon.critic.source.Constants;
import io.github.guerdon.critic.source.Program;
import io.github.guerdon.critic.source.Quote;
import io.github.guerdon.critic.source.Target;
import io.github.guerdon.critic.source.Trees;
import io.github.guerdon.critic.source.Type;
import io.github.guerdon.critic.source.Variable;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** COMPILE_ERROR, as far as it is known without a compiler: unknown variables, wrong arguments. */
final class MistakeRule implements Rule {

  private static final Set<UnaryExpr.Operator> WRITING =
      Set.of(
          UnaryExpr.Operator.PREFIX_INCREMENT,
          UnaryExpr.Operator.PREFIX_DECREMENT,
          UnaryExpr.Operator.POSTFIX_INCREMENT,
          UnaryExpr.Operator.POSTFIX_DECREMENT);

  @Override
  public void check(Program program, Findings findings) {
    program.complaints().stream()
        .filter(c -> c.rule().equals("COMPILE_ERROR"))
        .forEach(c -> findings.add("COMPILE_ERROR", c.where(), c.message()));
    program.rewardClass().ifPresent(type -> checkParts(type, program, findings));
    for (MethodCallExpr call : program.calls()) {
      if (program.target(call) instanceof Target.Mismatch mismatch) {
        findings.add(
            "COMPILE_ERROR",
            call.getName(),
            Quote.name(call.getNameAsString())
                + " does not take these arguments; there is "
                + Quote.plain(String.join(", ", mismatch.signatures()), 300));
      } else if (program.target(call) instanceof Target.Ambiguous ambiguous) {
        findings.add(
            "COMPILE_ERROR",
            call.getName(),
            Quote.name(call.getNameAsString())
                + " could mean each of "
                + Quote.plain(String.join(", ", ambiguous.signatures()), 300)
                + "; rename one");
      }
    }
  }

  private static void checkParts(Node type, Program program, Findings findings) {
    Constants constants = new Constants(program);
    for (Expression literal : type.findAll(Expression.class)) {
      boolean whole = literal instanceof IntegerLiteralExpr || literal instanceof LongLiteralExpr;
      if (whole && constants.of(literal).isEmpty()) {
        findings.add(
            "COMPILE_ERROR", literal, "this number is too large for its type, or no octal");
      } else if (literal instanceof DoubleLiteralExpr number && lost(number, constants)) {
        findings.add("COMPILE_ERROR", literal, "this number is beyond the range of its type");
      } else if (literal instanceof ArrayAccessExpr access && indexed(access, program)) {
        findings.add("COMPILE_ERROR", literal, "only arrays have [ ]; of a group call get(i)");
      } else if (literal instanceof AssignExpr assign) {
        checkTarget(assign.getTarget(), program, findings);
      } else if (literal instanceof UnaryExpr unary && WRITING.contains(unary.getOperator())) {
        checkTarget(unary.getExpression(), program, findings);
      }
    }
    type.findAll(YieldStmt.class, y -> !givesValue(y))
        .forEach(y -> findings.add("COMPILE_ERROR", y, "yield stands in a switch expression only"));
    type.findAll(SwitchExpr.class, MistakeRule::partial)
        .forEach(
            c -> findings.add("COMPILE_ERROR", c, "a switch expression needs a default; add one"));
  }

  private static boolean givesValue(YieldStmt yield) {
    Optional<Node> around = yield.getParentNode();
    while (around.isPresent() && !(around.get() instanceof SwitchExpr)) {
      around = around.get().getParentNode();
    }
    return around.isPresent();
  }

  private static boolean partial(SwitchExpr choice) {
    return choice.getEntries().stream().noneMatch(e -> e.getLabels().isEmpty());
  }

  private static boolean indexed(ArrayAccessExpr access, Program program) {
    Type array = program.type(access.getName());
    return array.known() && array.dimensions() == 0;
  }

  /** Returns whether a literal's digits are lost: it is infinite, or 0 without being written so. */
  private static boolean lost(DoubleLiteralExpr literal, Constants constants) {
    double value =
        constants
            .of(literal)
            .filter(Number.class::isInstance)
            .map(Number.class::cast)
            .orElse(1)
            .doubleValue();
    String digits = literal.getValue().toLowerCase(Locale.ROOT);
    String mantissa =
        digits.startsWith("0x") ? digits.split("p", 2)[0].substring(2) : digits.split("e", 2)[0];
    boolean zero =
        mantissa
            .chars()
            .noneMatch(
                c ->
                    c != '0'
                        && Character.digit(c, 16) > 0
                        && (digits.startsWith("0x") || Character.isDigit(c)));
    return Double.isInfinite(value) || (value == 0 && !zero);
  }

  private static void checkTarget(Expression target, Program program, Findings findings) {
    Expression bare = Trees.bare(target);
    if (!(bare instanceof ArrayAccessExpr) && program.variable(bare).isEmpty()) {
      boolean named = bare instanceof NameExpr; // Reported as unknown.
      if (!named) {
        findings.add("COMPILE_ERROR", target, "only a variable or an element is assigned");
      }
    } else if (program.variable(bare).filter(Variable::unchangeable).isPresent()) {
      findings.add("COMPILE_ERROR", target, "it is final and has its value; remove final");
    }
  }
}
