/** Tests of the reviewer process: honest children, and some that are not. */
@NullMarked
package io.github.guerdon.critic.reviewer;

import org.jspecify.annotations.NullMarked;
