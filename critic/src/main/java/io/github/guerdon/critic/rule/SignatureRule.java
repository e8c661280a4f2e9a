package io.github.guerdon.critic.rule;

import io.github.guerdon.critic.source.Function;
import io.github.guerdon.critic.source.Program;
import io.github.guerdon.critic.source.Type;
import io.github.guerdon.critic.source.Variable;
import java.util.List;

/** SIGNATURE: the class has the one reward method, with its four parameters in order. */
final class SignatureRule implements Rule {

  private static final List<Type> PARAMETERS =
      List.of(Type.of("State"), Type.of("Action"), Type.of("State"), Type.of("Terms"));
  private static final String WANTED =
      "public void reward(State before, Action action, State after, Terms terms)";

  @Override
  public void check(Program program, Findings findings) {
    List<Function> named =
        program.functions().stream().filter(f -> f.name().equals("reward")).toList();
    boolean found = false;
    for (Function function : named) {
      List<Type> types = function.parameters().stream().map(Variable::type).toList();
      if (!types.equals(PARAMETERS)) {
        findings.add(
            "SIGNATURE",
            function.declaration(),
            "a method 'reward' with other parameters is not allowed; the one is " + WANTED);
      } else if (found) {
        findings.add(
            "SIGNATURE", function.declaration(), "a second method 'reward'; a reward has one");
      } else {
        found = true;
        checkResult(function, findings);
      }
    }
    if (named.isEmpty()) {
      program
          .rewardClass()
          .ifPresent(
              t -> findings.add("SIGNATURE", t, "there is no method 'reward'; add " + WANTED));
    } else if (!found) {
      findings.add(
          "SIGNATURE", named.get(0).declaration(), "the reward method is missing: " + WANTED);
    }
  }

  private static void checkResult(Function function, Findings findings) {
    if (!function.result().equals(Type.VOID)) {
      findings.add(
          "SIGNATURE",
          function.declaration().getType(),
          "the reward method returns void, not "
              + function.result()
              + "; give each part to terms.add(\"name\", value) instead of returning it");
    }
    if (function.declaration().getBody().isEmpty()) {
      findings.add("SIGNATURE", function.declaration(), "the reward method has no body; add { … }");
    }
    if (function.declaration().isStatic()) {
      findings.add(
          "SIGNATURE", function.declaration(), "the reward method is not static; " + WANTED);
    }
  }
}
