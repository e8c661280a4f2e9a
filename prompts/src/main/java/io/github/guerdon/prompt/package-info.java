/**
 * Prompt texts: one file each, one copy, strict. Start from {@link
 * io.github.guerdon.prompt.Prompts}.
 */
@NullMarked
package io.github.guerdon.prompt;

import org.jspecify.annotations.NullMarked;
