@NullMarked
package io.github.guerdon.generator.analysis;

import org.jspecify.annotations.NullMarked;
