/**
 * Says what happened in a training: {@link io.github.guerdon.generator.analysis.Analyzer} turns
 * results and failures into numbers and plain sentences.
 */
@NullMarked
package io.github.guerdon.generator.analysis;

import org.jspecify.annotations.NullMarked;
