package io.github.guerdon.critic.rule;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import io.github.guerdon.critic.source.Api;
import io.github.guerdon.critic.source.Function;
import io.github.guerdon.critic.source.Program;
import io.github.guerdon.critic.source.Quote;
import java.util.Set;

/** NAME, of declarations: nothing takes a name of the API, of an allowed class or of Object. */
final class DeclaredNameRule implements Rule {

  private static final Set<String> OF_OBJECT =
      Set.of(
          "clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

  @Override
  public void check(Program program, Findings findings) {
    program
        .rewardClass()
        .ifPresent(
            type -> {
              type.findAll(VariableDeclarator.class)
                  .forEach(d -> check(d.getNameAsString(), d, findings));
              type.findAll(Parameter.class).forEach(p -> check(p.getNameAsString(), p, findings));
            });
    for (Function function : program.functions()) {
      check(function.name(), function.declaration(), findings);
      if (OF_OBJECT.contains(function.name())) {
        findings.add(
            "NAME",
            function.declaration(),
            "method " + Quote.name(function.name()) + " is one of every object's; rename it");
      }
    }
  }

  private static void check(String name, Node where, Findings findings) {
    if (Api.RESERVED.contains(name)) {
      findings.add(
          "NAME",
          where,
          Quote.name(name) + " is the name of a class; rename what is declared here");
    }
  }
}
