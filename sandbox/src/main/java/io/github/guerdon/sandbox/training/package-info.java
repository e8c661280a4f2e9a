/**
 * What goes into a training and what comes out: {@link io.github.guerdon.sandbox.training.Job} and
 * {@link io.github.guerdon.sandbox.training.Outcome}.
 */
@NullMarked
package io.github.guerdon.sandbox.training;

import org.jspecify.annotations.NullMarked;
