package io.github.guerdon.critic.rule;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.BinaryExpr;
import io.github.guerdon.critic.source.Program;
import io.github.guerdon.critic.source.Resolver;
import io.github.guerdon.critic.source.Trees;
import io.github.guerdon.critic.source.Type;
import java.util.Optional;

/** INTEGER_DIVISION, a warning: a quotient of whole numbers is used as a fraction. */
final class IntegerDivisionWarning implements Rule {

  @Override
  public void check(Program program, Findings findings) {
    program
        .rewardClass()
        .ifPresent(
            type ->
                type.findAll(BinaryExpr.class).stream()
                    .filter(b -> b.getOperator() == BinaryExpr.Operator.DIVIDE)
                    .filter(b -> program.type(b).integral() && usedAsFraction(b, program))
                    .forEach(
                        b ->
                            findings.add(
                                "INTEGER_DIVISION",
                                b,
                                "this division of whole numbers drops the fraction; write 1.0 / 2"
                                    + " instead of 1 / 2")));
  }

  private static boolean usedAsFraction(BinaryExpr division, Program program) {
    Optional<Node> user = Trees.user(division);
    return user.filter(
            u ->
                (u instanceof BinaryExpr around && fractional(program.type(around)))
                    || (u instanceof VariableDeclarator variable
                        && fractional(Resolver.typeOf(variable.getType()))))
        .isPresent();
  }

  private static boolean fractional(Type type) {
    return type.numeric() && !type.integral();
  }
}
