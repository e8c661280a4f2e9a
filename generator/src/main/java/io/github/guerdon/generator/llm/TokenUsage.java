package io.github.guerdon.generator.llm;

/**
 * Tokens of one or more calls, as the provider counts them.
 *
 * @param input tokens read
 * @param cachedInput those of {@code input} that came from the provider's cache
 * @param output tokens written, thinking included
 * @param thinking those of {@code output} that were thought
 */
public record TokenUsage(long input, long cachedInput, long output, long thinking) {

  /** Checks that parts do not exceed their whole. */
  public TokenUsage {
    if (cachedInput < 0 || cachedInput > input || thinking < 0 || thinking > output) {
      throw new IllegalArgumentException(
          "token usage is input "
              + input
              + " (cached "
              + cachedInput
              + "), output "
              + output
              + " (thinking "
              + thinking
              + "); parts must be from 0 to their whole");
    }
  }

  /** Returns no tokens. */
  public static TokenUsage none() {
    return new TokenUsage(0, 0, 0, 0);
  }

  /** Returns both together. */
  public TokenUsage plus(TokenUsage other) {
    return new TokenUsage(
        input + other.input,
        cachedInput + other.cachedInput,
        output + other.output,
        thinking + other.thinking);
  }

  /** Returns input and output together. */
  public long total() {
    return input + output;
  }
}
