package io.github.guerdon.generator.llm;

import java.util.Optional;

/** Says whether one more request may be sent; asked before each attempt, by several threads. */
public interface AttemptBudget {

  /**
   * Sets aside one call and its tokens; empty if that would exceed a cap, counting what is in
   * flight.
   *
   * @param estimatedInputTokens tokens of the request, as counted here
   * @param maxOutputTokens the most tokens of the answer
   */
  Optional<Reservation> reserve(long estimatedInputTokens, int maxOutputTokens);

  /** Returns a sentence about what the caps leave, for the message of a refused call. */
  default String left() {
    return "the caps on calls, tokens or money leave no further call";
  }

  /** One call that is set aside; exactly one of its methods is called, once. */
  interface Reservation {

    /** Books what the provider reported. */
    void settle(TokenUsage usage);

    /** Books the estimate: nobody knows what the provider billed. */
    void unknown();

    /** Books nothing: the provider billed nothing. */
    void free();
  }

  /** Returns a budget without caps, which counts nothing. */
  static AttemptBudget unlimited() {
    return (input, output) -> Optional.of(Unlimited.RESERVATION);
  }
}
