/**
 * Reads reward source: text, tokens, tree, and what each name and expression in it means. Internal
 * to the critic, but for {@link io.github.guerdon.critic.source.Answer}, {@link
 * io.github.guerdon.critic.source.Comments} and the tokens of {@link
 * io.github.guerdon.critic.source.SourceText}, which designers and reports use too.
 */
@NullMarked
package io.github.guerdon.critic.source;

import org.jspecify.annotations.NullMarked;
