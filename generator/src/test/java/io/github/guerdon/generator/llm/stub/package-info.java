/** A server that speaks each provider's wire format, and misbehaves as told. */
@NullMarked
package io.github.guerdon.generator.llm.stub;

import org.jspecify.annotations.NullMarked;
