package io.github.guerdon.critic.verdict;

import io.github.guerdon.reward.slot.RewardProgram;
import java.util.List;
import java.util.Objects;

/**
 * A reward that passed the critic.
 *
 * @param source plain Java that compiles against the reward API alone: the source with its slips
 *     repaired, line by line as it was written
 * @param program what a reward cell runs
 * @param tunables its weights that a tuner may move, in the order of the source
 */
public record CompiledReward(String source, RewardProgram program, List<Tunable> tunables) {

  /** Copies the list. */
  public CompiledReward {
    Objects.requireNonNull(source);
    Objects.requireNonNull(program);
    tunables = List.copyOf(tunables);
  }
}
