@NullMarked
package io.github.guerdon.generator.batch;

import org.jspecify.annotations.NullMarked;
