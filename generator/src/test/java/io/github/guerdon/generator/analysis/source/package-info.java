@NullMarked
package io.github.guerdon.generator.analysis.source;

import org.jspecify.annotations.NullMarked;
