package io.github.guerdon.generator.llm.account;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import io.github.guerdon.generator.llm.ModelRequest;
import io.github.guerdon.generator.llm.Turn;

/**
 * Counts the tokens of a text with OpenAI's {@code o200k_base}, without a network.
 *
 * <p>Other providers cut text differently: for theirs the count is an estimate, and {@link #most}
 * leaves room for the difference.
 */
public final class TokenCounter {

  // What chat formats put around each message: marks of its begin, role and end.
  private static final int AROUND_A_MESSAGE = 8;
  // Published comparisons on code and English find other providers' counts up to a third higher.
  private static final int MARGIN_PERCENT = 50;

  private final Encoding encoding;

  /** Loads the tokenizer's table, once a process: a fraction of a second. */
  public TokenCounter() {
    this.encoding = Loaded.ENCODING;
  }

  /** Counts a text; what looks like a special token is counted as the text it is. */
  public int count(String text) {
    return encoding.countTokensOrdinary(text);
  }

  /** Counts a request as a provider bills it, with what stands around its messages. */
  public long count(ModelRequest request) {
    long tokens = request.system().isEmpty() ? 0 : count(request.system()) + AROUND_A_MESSAGE;
    for (Turn turn : request.turns()) {
      tokens += count(turn.text()) + AROUND_A_MESSAGE;
    }
    return tokens;
  }

  /**
   * Returns a count that a request stays below with any common tokenizer; what a budget sets aside.
   */
  public long most(ModelRequest request) {
    long tokens = count(request);
    return tokens + tokens * MARGIN_PERCENT / 100;
  }

  /** Holds the table, which takes longer to load than most texts take to count. */
  private static final class Loaded {

    static final Encoding ENCODING =
        Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
  }
}
