/** Holds tests against the real library. */
@NullMarked
package io.github.guerdon.mujoco;

import org.jspecify.annotations.NullMarked;
