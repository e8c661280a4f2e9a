/**
 * Evolution as values: {@link io.github.guerdon.generator.evolve.Evolution#step} takes an immutable
 * generation and gives the next one.
 */
@NullMarked
package io.github.guerdon.generator.evolve;

import org.jspecify.annotations.NullMarked;
