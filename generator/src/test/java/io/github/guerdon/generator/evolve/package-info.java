@NullMarked
package io.github.guerdon.generator.evolve;

import org.jspecify.annotations.NullMarked;
