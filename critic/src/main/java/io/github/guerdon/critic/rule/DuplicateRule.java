package io.github.guerdon.critic.rule;

import io.github.guerdon.critic.source.Function;
import io.github.guerdon.critic.source.Program;
import io.github.guerdon.critic.source.Quote;
import io.github.guerdon.critic.source.Type;
import io.github.guerdon.critic.source.Variable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** COMPILE_ERROR: no constant and no helper is declared twice. */
final class DuplicateRule implements Rule {

  private record Signature(String name, List<Type> parameters) {}

  @Override
  public void check(Program program, Findings findings) {
    Set<String> constants = new HashSet<>();
    for (Variable variable : program.declared()) {
      if (variable.role() == Variable.Role.CONSTANT && !constants.add(variable.name())) {
        findings.add(
            "COMPILE_ERROR",
            variable.where(),
            "there is a constant "
                + Quote.name(variable.name())
                + " already; remove or rename one");
      }
    }
    Set<Signature> helpers = new HashSet<>();
    for (Function function : program.functions()) {
      List<Type> parameters = function.parameters().stream().map(Variable::type).toList();
      // SIGNATURE speaks of the reward method, and TYPE of types that nothing is known of.
      boolean told = function.name().equals("reward") || !parameters.stream().allMatch(Type::known);
      if (!told && !helpers.add(new Signature(function.name(), parameters))) {
        findings.add(
            "COMPILE_ERROR",
            function.declaration().getName(),
            "there is a helper "
                + Quote.name(function.name())
                + " with these parameters already; remove or rename one");
      }
    }
  }
}
