/**
 * Many searches as one job: {@link io.github.guerdon.generator.batch.BatchFile} reads what is
 * asked, {@link io.github.guerdon.generator.batch.Batch#run} does it, {@link
 * io.github.guerdon.generator.batch.BatchReport} says what came of it.
 */
@NullMarked
package io.github.guerdon.generator.batch;

import org.jspecify.annotations.NullMarked;
