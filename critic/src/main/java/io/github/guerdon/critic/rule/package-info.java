/** What a reward may not do: one final class for each rule. Internal to the critic. */
@NullMarked
package io.github.guerdon.critic.rule;

import org.jspecify.annotations.NullMarked;
