package io.github.guerdon.critic.rule;

import io.github.guerdon.critic.source.SourceText;

/** UNICODE_ESCAPE: no {@code \}{@code u} anywhere: compilers read it before comments and quotes. */
final class UnicodeEscapeRule implements TextRule {

  @Override
  public void check(SourceText text, Findings findings) {
    int at = text.text().indexOf("\\u");
    if (at >= 0) {
      findings.add(
          "UNICODE_ESCAPE",
          text.line(at),
          text.column(at),
          "a backslash followed by u can hide code, also in comments; write the character itself");
    }
  }
}
