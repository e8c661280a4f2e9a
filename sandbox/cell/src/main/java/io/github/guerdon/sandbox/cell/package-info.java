/**
 * The reward cell: a tiny process that holds one candidate, and the launcher of such processes.
 * Start from {@link io.github.guerdon.sandbox.cell.CellLauncher} and {@link
 * io.github.guerdon.sandbox.cell.Cell}; the other end is {@code CellMain}.
 *
 * <p>Both ends live here. {@code CellStarter} builds a {@code Wall} around a process, the process
 * carries out its {@code SealOrder} and answers with a {@code Greeting}; the {@code Evidence} in it
 * decides on the level.
 */
@NullMarked
package io.github.guerdon.sandbox.cell;

import org.jspecify.annotations.NullMarked;
