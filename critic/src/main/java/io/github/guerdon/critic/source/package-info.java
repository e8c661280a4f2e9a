/**
 * Reads reward source: text, tokens, tree, and what each name and expression in it means. Internal
 * to the critic.
 */
@NullMarked
package io.github.guerdon.critic.source;

import org.jspecify.annotations.NullMarked;
