/**
 * Prompt texts: one file each, one copy, strict. Start from {@link
 * io.github.guerdon.prompt.DesignPrompts}, which has a method for each request.
 */
@NullMarked
package io.github.guerdon.prompt;

import org.jspecify.annotations.NullMarked;
