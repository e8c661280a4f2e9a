/**
 * The rows of numbers behind the reward API: which slots a compiled program reads, and the API's
 * host implementation over them. Start from {@link io.github.guerdon.reward.slot.SlotTable} and
 * {@link io.github.guerdon.reward.slot.SlotState}.
 *
 * <p>A program names elements when it is compiled; at run time it holds handle numbers, and every
 * accessor is an index into a row of doubles. Both the trainer (task expressions) and the reward
 * cell (candidates) run programs through this package. Candidates cannot name it.
 */
@NullMarked
package io.github.guerdon.reward.slot;

import org.jspecify.annotations.NullMarked;
