/** Verdicts in the formats of other tools. Start from {@link Sarif}. */
@NullMarked
package io.github.guerdon.critic.report;

import org.jspecify.annotations.NullMarked;
