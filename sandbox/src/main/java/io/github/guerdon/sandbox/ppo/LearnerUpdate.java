package io.github.guerdon.sandbox.ppo;

import io.github.guerdon.sandbox.nn.UpdateStatistics;
import java.util.OptionalDouble;

/**
 * One round of collecting and learning.
 *
 * @param step environment steps taken so far
 * @param ownReturn mean return under its own reward of recently ended episodes, once one has ended
 * @param episodes episodes ended so far
 * @param learningRate Adam's step size in this round
 * @param epochs passes over the rollout, fewer than planned if the policy had moved far enough
 * @param statistics of the last pass
 */
public record LearnerUpdate(
    long step,
    OptionalDouble ownReturn,
    long episodes,
    double learningRate,
    int epochs,
    UpdateStatistics statistics) {}
