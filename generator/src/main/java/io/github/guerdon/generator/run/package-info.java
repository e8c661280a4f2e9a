/**
 * A run: what was asked for, what that takes at most, and what is on disk of it ({@link
 * io.github.guerdon.generator.run.RunDirectory}). The state is the fold of its journal.
 */
@NullMarked
package io.github.guerdon.generator.run;

import org.jspecify.annotations.NullMarked;
