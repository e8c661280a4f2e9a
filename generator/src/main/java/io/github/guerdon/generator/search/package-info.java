/**
 * The loop: {@link io.github.guerdon.generator.search.Search#run} is the whole program as one short
 * method; {@link io.github.guerdon.generator.search.RunDirectory} holds what it leaves behind.
 */
@NullMarked
package io.github.guerdon.generator.search;

import org.jspecify.annotations.NullMarked;
