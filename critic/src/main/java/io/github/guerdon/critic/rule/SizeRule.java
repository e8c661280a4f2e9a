package io.github.guerdon.critic.rule;

import io.github.guerdon.critic.source.SourceText;
import io.github.guerdon.critic.source.Token;

/** SIZE: a source is short enough to parse, read and compile quickly. */
final class SizeRule implements TextRule {

  private static final int MAX_TOKENS = 4_000;

  @Override
  public void check(SourceText text, Findings findings) {
    if (text.bytes() > SourceText.MAX_BYTES) {
      findings.add(
          "SIZE",
          0,
          0,
          text.bytes() + " bytes; a source has at most " + SourceText.MAX_BYTES + ": shorten it");
    } else if (text.tokens().size() > MAX_TOKENS) {
      Token first = text.tokens().get(MAX_TOKENS);
      findings.add(
          "SIZE",
          first.line(),
          first.column(),
          text.tokens().size()
              + " tokens; a source has at most "
              + MAX_TOKENS
              + ": shorten it, use loops and helpers");
    }
  }
}
