/**
 * What a designer is, whoever writes the rewards: start from {@link
 * io.github.guerdon.generator.design.Designer} and what it is told, {@link
 * io.github.guerdon.generator.design.DesignContext}.
 */
@NullMarked
package io.github.guerdon.generator.design;

import org.jspecify.annotations.NullMarked;
