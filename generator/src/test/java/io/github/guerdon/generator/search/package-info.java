@NullMarked
package io.github.guerdon.generator.search;

import org.jspecify.annotations.NullMarked;
