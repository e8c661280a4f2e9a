/**
 * Keeps every call to a language model on disk: {@link
 * io.github.guerdon.generator.llm.record.RecordingModel} writes them, {@link
 * io.github.guerdon.generator.llm.record.ReplayedModel} answers from them.
 */
@NullMarked
package io.github.guerdon.generator.llm.record;

import org.jspecify.annotations.NullMarked;
