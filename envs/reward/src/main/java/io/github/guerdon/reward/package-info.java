/**
 * The reward API: all that a reward sees. Start from {@link
 * io.github.guerdon.reward.RewardFunction} and {@link io.github.guerdon.reward.State}.
 *
 * <p>SI units, world frame, z up, angles in radians. Nothing here has a setter or keeps state
 * between steps.
 */
@NullMarked
package io.github.guerdon.reward;

import org.jspecify.annotations.NullMarked;
