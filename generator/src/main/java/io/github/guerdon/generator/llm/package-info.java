/**
 * Asks language models: {@link io.github.guerdon.generator.llm.LanguageModel} takes a {@link
 * io.github.guerdon.generator.llm.ModelRequest} and ends with a typed outcome, whoever answers.
 * What is here are values; who calls providers, counts money or keeps records is in the packages
 * below.
 */
@NullMarked
package io.github.guerdon.generator.llm;

import org.jspecify.annotations.NullMarked;
