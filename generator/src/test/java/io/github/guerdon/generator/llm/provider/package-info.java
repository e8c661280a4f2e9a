/** Every provider against a server in its own wire format. */
@NullMarked
package io.github.guerdon.generator.llm.provider;

import org.jspecify.annotations.NullMarked;
