package io.github.guerdon.critic.rule;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.SwitchExpr;
import io.github.guerdon.critic.source.Api;
import io.github.guerdon.critic.source.Constants;
import io.github.guerdon.critic.source.Member;
import io.github.guerdon.critic.source.Program;
import io.github.guerdon.critic.source.Resolver;
import io.github.guerdon.critic.source.Trees;
import io.github.guerdon.critic.source.Type;
import java.util.stream.Collectors;

/**
 * COMPILE_ERROR, as far as it is known without a compiler: what is assigned is no value of the
 * variable's type. A compiler says so only of a source in which nothing else is wrong.
 */
final class AssignmentRule implements Rule {

  @Override
  public void check(Program program, Findings findings) {
    program.rewardClass().ifPresent(type -> check(type, program, findings));
  }

  private static void check(Node type, Program program, Findings findings) {
    Constants constants = new Constants(program);
    for (VariableDeclarator declarator : type.findAll(VariableDeclarator.class)) {
      if (!declarator.getType().isVarType()) {
        declarator
            .getInitializer()
            .ifPresent(
                value ->
                    check(
                        value,
                        Resolver.typeOf(declarator.getType()),
                        program,
                        constants,
                        findings));
      }
    }
    for (AssignExpr assign : type.findAll(AssignExpr.class)) {
      if (assign.getOperator() == AssignExpr.Operator.ASSIGN) {
        check(assign.getValue(), program.type(assign.getTarget()), program, constants, findings);
      }
    }
  }

  private static void check(
      Expression value, Type wanted, Program program, Constants constants, Findings findings) {
    Type given = program.type(value);
    Expression bare = Trees.bare(value);
    boolean chosen = bare instanceof ConditionalExpr || bare instanceof SwitchExpr;
    boolean known = plain(given) && plain(wanted);
    if (known && !chosen && !given.widensTo(wanted) && !constants.fits(value, wanted)) {
      findings.add(
          "COMPILE_ERROR", value, "a " + given + " is no " + wanted + "; " + remedy(given, wanted));
    }
  }

  private static boolean plain(Type type) {
    return type.primitive() || type.api();
  }

  private static String remedy(Type given, Type wanted) {
    if (given.numeric() && wanted.numeric()) {
      return "cast it, or declare a " + given;
    }
    String giving =
        Api.members(given.name()).stream()
            .filter(m -> m.result().equals(wanted) && m.parameters().isEmpty())
            .map(Member::signature)
            .collect(Collectors.joining(", "));
    return giving.isEmpty() ? "declare a " + given : "one comes from " + giving;
  }
}
