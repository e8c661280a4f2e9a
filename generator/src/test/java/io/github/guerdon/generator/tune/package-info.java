@NullMarked
package io.github.guerdon.generator.tune;

import org.jspecify.annotations.NullMarked;
