package io.github.guerdon.critic.rule;

import io.github.guerdon.critic.source.SourceText;

/** ENCODING: the text is UTF-8, strictly. */
final class EncodingRule implements TextRule {

  @Override
  public void check(SourceText text, Findings findings) {
    if (text.undecodable() >= 0) {
      int end = text.text().length();
      findings.add(
          "ENCODING",
          text.line(end),
          text.column(end),
          "the byte at offset " + text.undecodable() + " is not UTF-8; save the source as UTF-8");
    }
  }
}
