@NullMarked
package io.github.guerdon.generator.report;

import org.jspecify.annotations.NullMarked;
