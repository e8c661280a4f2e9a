/**
 * The reward cell: a tiny process that holds one candidate, and the launcher of such processes.
 * Start from {@link io.github.guerdon.sandbox.cell.CellLauncher} and {@link
 * io.github.guerdon.sandbox.cell.Cell}; the other end is {@code CellMain}.
 *
 * <p>Both ends live here. Of this package's classes the cell itself loads {@code CellMain}, {@code
 * Limits}, {@code LibC}, {@code Link}, {@code Evaluator} and the values that travel.
 */
@NullMarked
package io.github.guerdon.sandbox.cell;

import org.jspecify.annotations.NullMarked;
