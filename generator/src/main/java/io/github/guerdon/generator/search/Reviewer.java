package io.github.guerdon.generator.search;

import io.github.guerdon.critic.verdict.Verdict;

/** Checks and compiles what a designer wrote; the seam between the search and the critic. */
@FunctionalInterface
public interface Reviewer {

  /** Reviews an answer or plain Java. */
  Verdict review(String text);
}
