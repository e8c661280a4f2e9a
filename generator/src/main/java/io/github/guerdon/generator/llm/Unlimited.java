package io.github.guerdon.generator.llm;

/** The reservation of a budget without caps. */
enum Unlimited implements AttemptBudget.Reservation {
  RESERVATION;

  @Override
  public void settle(TokenUsage usage) {}

  @Override
  public void unknown() {}

  @Override
  public void free() {}
}
