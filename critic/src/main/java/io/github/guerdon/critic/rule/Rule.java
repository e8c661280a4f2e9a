package io.github.guerdon.critic.rule;

import io.github.guerdon.critic.source.Program;

/** Something a reward may not do, looked for in its tree. */
interface Rule {

  /** Reports all places in a program that break the rule. */
  void check(Program program, Findings findings);
}
