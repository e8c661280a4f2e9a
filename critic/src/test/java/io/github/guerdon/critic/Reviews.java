package io.github.guerdon.critic;

import io.github.guerdon.critic.verdict.CompiledReward;
import io.github.guerdon.critic.verdict.Verdict;
import io.github.guerdon.env.Vocabulary;

/** Shorthands over verdicts. */
final class Reviews {

  private Reviews() {}

  static Verdict.Accepted accepted(Verdict verdict) {
    if (verdict instanceof Verdict.Accepted accepted) {
      return accepted;
    }
    throw new AssertionError("refused: " + ((Verdict.Rejected) verdict).findings());
  }

  static Verdict.Rejected rejected(Verdict verdict) {
    if (verdict instanceof Verdict.Rejected rejected) {
      return rejected;
    }
    throw new AssertionError("accepted");
  }

  static CompiledReward accepted(Critic critic, byte[] source, Vocabulary vocabulary) {
    return accepted(critic.review(RewardSource.java(source), vocabulary)).reward();
  }
}
