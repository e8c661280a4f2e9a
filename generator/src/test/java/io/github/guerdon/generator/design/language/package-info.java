@NullMarked
package io.github.guerdon.generator.design.language;

import org.jspecify.annotations.NullMarked;
