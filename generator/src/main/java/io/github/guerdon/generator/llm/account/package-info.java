/**
 * Counts tokens, knows prices, and holds a run to its caps: {@link
 * io.github.guerdon.generator.llm.account.CallBudget} sets each call aside before it is sent.
 */
@NullMarked
package io.github.guerdon.generator.llm.account;

import org.jspecify.annotations.NullMarked;
