/**
 * Computes policy and value networks: forward passes and PPO's gradient steps, in one small native
 * kernel.
 *
 * <p>Start from {@link io.github.guerdon.sandbox.nn.NativeNetwork} and {@link
 * io.github.guerdon.sandbox.nn.Rollout}.
 */
@NullMarked
package io.github.guerdon.sandbox.nn;

import org.jspecify.annotations.NullMarked;
