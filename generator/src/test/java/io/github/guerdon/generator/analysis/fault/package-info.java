@NullMarked
package io.github.guerdon.generator.analysis.fault;

import org.jspecify.annotations.NullMarked;
