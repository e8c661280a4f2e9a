/**
 * A first task for a model that somebody brings ({@link io.github.guerdon.env.sketch.NewTask}):
 * moves it and writes what it finds.
 */
@NullMarked
package io.github.guerdon.env.sketch;

import org.jspecify.annotations.NullMarked;
