@NullMarked
package io.github.guerdon.generator.design.offline;

import org.jspecify.annotations.NullMarked;
