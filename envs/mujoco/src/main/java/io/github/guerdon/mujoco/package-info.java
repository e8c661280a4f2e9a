/**
 * Holds MuJoCo for Java: start from {@link io.github.guerdon.mujoco.Model}, which is loaded from
 * MJCF, and {@link io.github.guerdon.mujoco.Batch}, which simulates many worlds of it on a thread
 * pool.
 *
 * <p>A {@link io.github.guerdon.mujoco.GatherProgram} reads what a caller needs of all worlds in
 * one native call. The generated bindings of the whole C API are in {@code
 * io.github.guerdon.mujoco.bindings}.
 */
@NullMarked
package io.github.guerdon.mujoco;

import org.jspecify.annotations.NullMarked;
