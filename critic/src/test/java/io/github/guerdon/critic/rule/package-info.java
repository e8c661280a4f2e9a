/** One test for each rule: sources whose comments mark the lines to flag. */
@NullMarked
package io.github.guerdon.critic.rule;

import org.jspecify.annotations.NullMarked;
