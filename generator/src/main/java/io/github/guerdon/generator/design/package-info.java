/**
 * Designers: whoever writes reward functions. {@link
 * io.github.guerdon.generator.design.OfflineDesigner} searches over typed terms without a key or a
 * network.
 */
@NullMarked
package io.github.guerdon.generator.design;

import org.jspecify.annotations.NullMarked;
