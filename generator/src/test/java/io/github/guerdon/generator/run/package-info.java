@NullMarked
package io.github.guerdon.generator.run;

import org.jspecify.annotations.NullMarked;
