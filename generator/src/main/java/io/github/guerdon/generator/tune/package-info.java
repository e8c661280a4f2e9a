/**
 * Moves a reward's {@code @Tune} constants without asking a designer: {@link
 * io.github.guerdon.generator.tune.TuneSpace} is where they may go, {@link
 * io.github.guerdon.generator.tune.CmaEs} says what to try next.
 */
@NullMarked
package io.github.guerdon.generator.tune;

import org.jspecify.annotations.NullMarked;
