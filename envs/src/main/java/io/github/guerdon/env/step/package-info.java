/**
 * Many worlds of a task in step ({@link io.github.guerdon.env.step.VectorEnvironment}): actions,
 * physics, metrics, resets, in the fixed order of a step; films and the physics benchmark of them.
 */
@NullMarked
package io.github.guerdon.env.step;

import org.jspecify.annotations.NullMarked;
