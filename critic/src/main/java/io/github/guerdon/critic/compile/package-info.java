/** Turns an accepted tree into class bytes that a cell may load. Internal to the critic. */
@NullMarked
package io.github.guerdon.critic.compile;

import org.jspecify.annotations.NullMarked;
