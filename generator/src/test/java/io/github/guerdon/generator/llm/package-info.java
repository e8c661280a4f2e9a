/** What every language model has to do, whoever answers. */
@NullMarked
package io.github.guerdon.generator.llm;

import org.jspecify.annotations.NullMarked;
