package io.github.guerdon.generator.llm;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A budget of so many calls that writes down what happens to each. */
public final class LedgerBudget implements AttemptBudget {

  private final AtomicInteger left;
  private final List<String> entries = new CopyOnWriteArrayList<>();

  /** Creates a budget. */
  public LedgerBudget(int calls) {
    this.left = new AtomicInteger(calls);
  }

  /** Returns {@code reserved}, {@code settled 42}, {@code unknown} and {@code free}, in order. */
  public List<String> entries() {
    return List.copyOf(entries);
  }

  @Override
  public Optional<Reservation> reserve(long estimatedInputTokens, int maxOutputTokens) {
    if (estimatedInputTokens < 1 || left.getAndDecrement() < 1) {
      return Optional.empty();
    }
    entries.add("reserved");
    return Optional.of(
        new Reservation() {
          @Override
          public void settle(TokenUsage usage) {
            entries.add("settled " + usage.total());
          }

          @Override
          public void unknown() {
            entries.add("unknown");
          }

          @Override
          public void free() {
            entries.add("free");
          }
        });
  }
}
