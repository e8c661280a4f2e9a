/**
 * Tasks: what a YAML file says ({@link io.github.guerdon.env.TaskDescription}), the names of its
 * model ({@link io.github.guerdon.env.Vocabulary}) and many worlds of it in step ({@link
 * io.github.guerdon.env.VectorEnvironment}).
 */
@NullMarked
package io.github.guerdon.env;

import org.jspecify.annotations.NullMarked;
