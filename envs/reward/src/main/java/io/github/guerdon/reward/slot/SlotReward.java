package io.github.guerdon.reward.slot;

import io.github.guerdon.reward.Action;

/** What the critic compiles a reward to. */
public interface SlotReward {

  /** Adds this step's terms, as {@link io.github.guerdon.reward.RewardFunction#reward}. */
  void reward(SlotState before, Action action, SlotState after, SlotTerms terms);
}
