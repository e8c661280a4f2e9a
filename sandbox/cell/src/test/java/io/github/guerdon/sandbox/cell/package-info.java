/** Tests of the reward cell with real processes; the candidates are made here, past any critic. */
@NullMarked
package io.github.guerdon.sandbox.cell;

import org.jspecify.annotations.NullMarked;
