package io.github.guerdon.critic.rule;

import com.github.javaparser.ast.expr.MethodCallExpr;
import io.github.guerdon.critic.source.Api;
import io.github.guerdon.critic.source.Member;
import io.github.guerdon.critic.source.Program;
import io.github.guerdon.critic.source.Quote;
import io.github.guerdon.critic.source.Suggestion;
import io.github.guerdon.critic.source.Target;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** API: only methods of the reward API, the listed mathematical functions and own helpers. */
final class ApiRule implements Rule {

  @Override
  public void check(Program program, Findings findings) {
    program.complaints().stream()
        .filter(c -> c.rule().equals("API"))
        .forEach(c -> findings.add("API", c.where(), c.message()));
    for (MethodCallExpr call : program.calls()) {
      Target target = program.target(call);
      if (target instanceof Target.Foreign foreign) {
        findings.add(
            "API",
            call.getName(),
            "method "
                + Quote.name(call.getNameAsString())
                + " of "
                + Quote.name(foreign.owner())
                + " is not in the reward API");
      } else if (target instanceof Target.Missing missing && missing.owner().isEmpty()) {
        Set<String> near =
            program.functions().stream()
                .map(f -> f.name())
                .collect(Collectors.toCollection(TreeSet::new));
        near.addAll(Api.memberNames("Math"));
        near.addAll(Api.memberNames("Shape"));
        findings.add(
            "API",
            call.getName(),
            "no method " + Quote.name(missing.name()) + Suggestion.phrase(missing.name(), near));
      } else if (target instanceof Target.Missing missing) {
        findings.add("API", call.getName(), missing(missing));
      }
    }
  }

  private static String missing(Target.Missing missing) {
    Set<String> names = Api.memberNames(missing.owner());
    String all =
        names.size() > 24
            ? String.join(" ", names)
            : Api.members(missing.owner()).stream()
                .map(Member::signature)
                .collect(Collectors.joining(" "));
    return "no method "
        + Quote.name(missing.name())
        + " in "
        + missing.owner()
        + (missing.name().equals("length") && names.contains("norm")
            ? "; did you mean 'norm'?"
            : Suggestion.phrase(missing.name(), names))
        + "; it has: "
        + all;
  }
}
