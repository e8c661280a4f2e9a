package io.github.guerdon.critic.rule;

import io.github.guerdon.critic.source.Function;
import io.github.guerdon.critic.source.Program;
import io.github.guerdon.critic.source.Quote;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** RECURSION: no method calls itself, directly or through others. */
final class RecursionRule implements Rule {

  @Override
  public void check(Program program, Findings findings) {
    for (Function function : program.functions()) {
      if (reaches(function, function)) {
        findings.add(
            "RECURSION",
            function.declaration(),
            "method "
                + Quote.name(function.name())
                + " calls itself, directly or through others; use a loop");
      }
    }
  }

  private static boolean reaches(Function from, Function to) {
    Set<Function> seen = new HashSet<>();
    Deque<Function> next = new ArrayDeque<>(from.callees());
    while (!next.isEmpty()) {
      Function function = next.pop();
      if (function == to) {
        return true;
      }
      if (seen.add(function)) {
        next.addAll(function.callees());
      }
    }
    return false;
  }
}
