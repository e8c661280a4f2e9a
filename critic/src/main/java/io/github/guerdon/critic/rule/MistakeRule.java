package io.github.guerdon.critic.rule;

import com.github.javaparser.ast.expr.MethodCallExpr;
import io.github.guerdon.critic.source.Program;
import io.github.guerdon.critic.source.Quote;
import io.github.guerdon.critic.source.Target;

/** COMPILE_ERROR, as far as it is known without a compiler: unknown variables, wrong arguments. */
final class MistakeRule implements Rule {

  @Override
  public void check(Program program, Findings findings) {
    program.complaints().stream()
        .filter(c -> c.rule().equals("COMPILE_ERROR"))
        .forEach(c -> findings.add("COMPILE_ERROR", c.where(), c.message()));
    for (MethodCallExpr call : program.calls()) {
      if (program.target(call) instanceof Target.Mismatch mismatch) {
        findings.add(
            "COMPILE_ERROR",
            call.getName(),
            Quote.name(call.getNameAsString())
                + " does not take these arguments; there is "
                + Quote.plain(String.join(", ", mismatch.signatures()), 300));
      }
    }
  }
}
