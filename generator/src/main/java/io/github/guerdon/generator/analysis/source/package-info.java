/**
 * Cuts a reward's source into terms and constants: {@link
 * io.github.guerdon.generator.analysis.source.RewardText}.
 */
@NullMarked
package io.github.guerdon.generator.analysis.source;

import org.jspecify.annotations.NullMarked;
