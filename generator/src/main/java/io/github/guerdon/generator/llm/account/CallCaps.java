package io.github.guerdon.generator.llm.account;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Hard limits of a run's calls to language models.
 *
 * @param calls the most requests sent, failed ones and retries included
 * @param tokens the most tokens, read and written together
 * @param money the most US dollars, if there is a limit
 */
public record CallCaps(long calls, long tokens, Optional<BigDecimal> money) {

  /** Stands for no limit of calls or tokens. */
  public static final long NONE = Long.MAX_VALUE;

  /** Checks that nothing is negative. */
  public CallCaps {
    if (calls < 0 || tokens < 0 || money.filter(m -> m.signum() < 0).isPresent()) {
      throw new IllegalArgumentException(
          "caps are "
              + calls
              + " calls, "
              + tokens
              + " tokens and "
              + money.map(m -> m + " USD").orElse("any money")
              + ", must not be negative");
    }
  }

  /** Returns no limits. */
  public static CallCaps none() {
    return new CallCaps(NONE, NONE, Optional.empty());
  }

  /** Returns these caps with another limit of requests. */
  public CallCaps withCalls(long most) {
    return new CallCaps(most, tokens, money);
  }

  /** Returns these caps with another limit of tokens. */
  public CallCaps withTokens(long most) {
    return new CallCaps(calls, most, money);
  }

  /** Returns these caps with another limit of money, in US dollars. */
  public CallCaps withMoney(BigDecimal most) {
    return new CallCaps(calls, tokens, Optional.of(most));
  }
}
