/**
 * What a review gives: {@link io.github.guerdon.critic.verdict.Verdict}, with the compiled reward
 * or the findings.
 */
@NullMarked
package io.github.guerdon.critic.verdict;

import org.jspecify.annotations.NullMarked;
