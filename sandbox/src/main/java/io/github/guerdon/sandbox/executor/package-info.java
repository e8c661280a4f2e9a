/**
 * Where trainings run: {@link io.github.guerdon.sandbox.executor.TrainerPool} on this side of the
 * pipes, {@link io.github.guerdon.sandbox.executor.TrainerMain} on the other.
 */
@NullMarked
package io.github.guerdon.sandbox.executor;

import org.jspecify.annotations.NullMarked;
