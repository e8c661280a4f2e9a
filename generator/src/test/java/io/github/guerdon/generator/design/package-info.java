@NullMarked
package io.github.guerdon.generator.design;

import org.jspecify.annotations.NullMarked;
