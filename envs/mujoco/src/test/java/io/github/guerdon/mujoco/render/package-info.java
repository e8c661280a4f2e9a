/** Tests of the pictures' files. */
@NullMarked
package io.github.guerdon.mujoco.render;

import org.jspecify.annotations.NullMarked;
