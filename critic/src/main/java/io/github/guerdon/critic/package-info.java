/**
 * Reviews reward source and compiles what passes. Start from {@link
 * io.github.guerdon.critic.Critic} for rewards and {@link
 * io.github.guerdon.critic.ExpressionCritic} for a task's expressions.
 *
 * <p>A source goes through extraction, text scan, parser, allow-list, name resolution, lowering,
 * Janino, javac's second opinion and the bytecode gate; the packages below are internal.
 */
@NullMarked
package io.github.guerdon.critic;

import org.jspecify.annotations.NullMarked;
