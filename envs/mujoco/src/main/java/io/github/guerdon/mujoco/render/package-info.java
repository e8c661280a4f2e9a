/**
 * Pictures as files: {@link io.github.guerdon.mujoco.render.GifWriter} for what moves, {@link
 * io.github.guerdon.mujoco.render.Sheet} for a page of frames; no display is needed.
 */
@NullMarked
package io.github.guerdon.mujoco.render;

import org.jspecify.annotations.NullMarked;
