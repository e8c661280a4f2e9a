package io.github.guerdon.critic.rule;

import io.github.guerdon.critic.source.SourceText;

/** Something a source's text may not hold, looked for before any parser runs. */
interface TextRule {

  /** Reports all places in a text that break the rule. */
  void check(SourceText text, Findings findings);
}
