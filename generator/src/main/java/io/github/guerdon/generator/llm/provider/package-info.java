/**
 * Language models behind providers' own interfaces: {@link
 * io.github.guerdon.generator.llm.provider.Models} opens one, {@link
 * io.github.guerdon.generator.llm.provider.Checkup} says what one can do.
 */
@NullMarked
package io.github.guerdon.generator.llm.provider;

import org.jspecify.annotations.NullMarked;
