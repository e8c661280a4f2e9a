/** Holds the recipe by which the build generates {@code io.github.guerdon.mujoco.bindings}. */
@NullMarked
package io.github.guerdon.mujoco.preset;

import org.jspecify.annotations.NullMarked;
