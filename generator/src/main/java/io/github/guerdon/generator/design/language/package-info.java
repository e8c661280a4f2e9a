/**
 * The designer that asks a language model: start from {@link
 * io.github.guerdon.generator.design.language.LanguageDesigner}. Each generation goes through
 * {@code Moves} (what to ask for), {@code Lookback} (what to show), {@code Fitting} (what to leave
 * out), {@code Calls} (asking) and {@code AnswerReader} (what came back).
 */
@NullMarked
package io.github.guerdon.generator.design.language;

import org.jspecify.annotations.NullMarked;
