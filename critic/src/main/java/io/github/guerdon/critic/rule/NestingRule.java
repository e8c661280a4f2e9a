package io.github.guerdon.critic.rule;

import io.github.guerdon.critic.source.SourceText;

/** NESTING: brackets are not nested so deep that a parser would overflow its stack. */
final class NestingRule implements TextRule {

  private static final int DEEPEST = 48;

  @Override
  public void check(SourceText text, Findings findings) {
    text.tokens().stream()
        .filter(t -> t.depth() > DEEPEST)
        .findFirst()
        .ifPresent(
            t ->
                findings.add(
                    "NESTING",
                    t.line(),
                    t.column(),
                    "more than " + DEEPEST + " brackets inside each other; use locals or helpers"));
  }
}
