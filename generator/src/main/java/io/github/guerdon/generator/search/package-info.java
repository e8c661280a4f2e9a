/**
 * The loop: {@link io.github.guerdon.generator.search.Search#run} is the whole program as one short
 * method; a desk for each of its steps, the race and the choice of the winner.
 */
@NullMarked
package io.github.guerdon.generator.search;

import org.jspecify.annotations.NullMarked;
