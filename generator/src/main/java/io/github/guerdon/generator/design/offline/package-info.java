/**
 * The built-in designer: {@link io.github.guerdon.generator.design.offline.OfflineDesigner}
 * searches over typed terms without a key or a network.
 */
@NullMarked
package io.github.guerdon.generator.design.offline;

import org.jspecify.annotations.NullMarked;
