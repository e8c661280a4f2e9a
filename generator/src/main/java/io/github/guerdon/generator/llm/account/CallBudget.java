package io.github.guerdon.generator.llm.account;

import io.github.guerdon.generator.llm.AttemptBudget;
import io.github.guerdon.generator.llm.TokenUsage;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * Holds a run to its caps: sets aside the most that a call may cost before it is sent.
 *
 * <p>A call that cost nothing gives its tokens and money back, but stays counted: it was sent. A
 * provider that bills more than was set aside is booked as it billed; the next call is refused.
 */
public final class CallBudget implements AttemptBudget {

  private final CallCaps caps;
  private final Optional<Price> price;
  private final SpendLog log;
  private final Object lock = new Object();

  // All guarded by the lock.
  private long calls;
  private long assumed;
  private TokenUsage billed;
  private long inFlight;
  private TokenUsage reserved = TokenUsage.none();

  private CallBudget(CallCaps caps, Optional<Price> price, Spend already, SpendLog log) {
    this.caps = caps;
    this.price = price;
    this.log = log;
    this.calls = already.calls();
    this.assumed = already.assumed();
    this.billed = already.usage();
  }

  /**
   * Opens the budget of a new run.
   *
   * @throws PriceException if money is capped and no price is known
   */
  public static CallBudget open(CallCaps caps, Optional<Price> price) throws PriceException {
    return open(caps, price, Spend.none(), SpendLog.none());
  }

  /**
   * Opens a budget.
   *
   * @param price what the model costs, if known
   * @param already what the run spent before it was resumed
   * @param log is told of each change
   * @throws PriceException if money is capped and no price is known
   */
  public static CallBudget open(CallCaps caps, Optional<Price> price, Spend already, SpendLog log)
      throws PriceException {
    if (caps.money().isPresent() && price.isEmpty()) {
      throw new PriceException(
          "the cap on money is "
              + Words.dollars(caps.money().orElseThrow())
              + ", but nobody knows what this model costs; give a table with a row for it by"
              + " --prices FILE, or cap tokens or calls instead");
    }
    return new CallBudget(caps, price, already, log);
  }

  @Override
  public Optional<Reservation> reserve(long estimatedInputTokens, int maxOutputTokens) {
    TokenUsage most = new TokenUsage(estimatedInputTokens, 0, maxOutputTokens, 0);
    synchronized (lock) {
      TokenUsage after = billed.plus(reserved).plus(most);
      if (calls >= caps.calls() || after.total() > caps.tokens() || dearerThanCap(after)) {
        return Optional.empty();
      }
      // On record before anything changes here: a log that fails stops the call.
      log.keep(spend(calls + 1, after, assumed + inFlight + 1));
      calls++;
      inFlight++;
      reserved = reserved.plus(most);
    }
    return Optional.of(new Call(most));
  }

  private boolean dearerThanCap(TokenUsage usage) {
    return caps.money()
        .filter(most -> price.orElseThrow().cost(usage).compareTo(most) > 0)
        .isPresent();
  }

  /** Returns what was spent, without what is in flight. */
  public Spend spent() {
    synchronized (lock) {
      return spend(calls - inFlight, billed, assumed);
    }
  }

  /** Returns what is spent if each call in flight costs its most. */
  public Spend most() {
    synchronized (lock) {
      return spend(calls, billed.plus(reserved), assumed + inFlight);
    }
  }

  /** Returns the caps. */
  public CallCaps caps() {
    return caps;
  }

  @Override
  public String left() {
    Spend most = most();
    StringBuilder text = new StringBuilder("the run's caps leave no further call:");
    if (caps.calls() != CallCaps.NONE) {
      text.append(" calls ").append(Words.number(most.calls())).append(" of ");
      text.append(Words.number(caps.calls())).append(',');
    }
    if (caps.tokens() != CallCaps.NONE) {
      text.append(" tokens ").append(Words.number(most.usage().total())).append(" of ");
      text.append(Words.number(caps.tokens())).append(',');
    }
    caps.money()
        .ifPresent(
            cap ->
                text.append(" money ")
                    .append(Words.dollars(most.money().orElse(BigDecimal.ZERO)))
                    .append(" of ")
                    .append(Words.dollars(cap))
                    .append(','));
    return text.append(" what is in flight counted at its most; raise a cap and resume the run")
        .toString();
  }

  private Spend spend(long sent, TokenUsage usage, long unsure) {
    return new Spend(sent, usage, unsure, price.map(p -> p.cost(usage)));
  }

  /** A call in flight. */
  private final class Call implements Reservation {

    private final TokenUsage most;
    private boolean closed;

    Call(TokenUsage most) {
      this.most = most;
    }

    @Override
    public void settle(TokenUsage usage) {
      close(Objects.requireNonNull(usage), 0);
    }

    @Override
    public void unknown() {
      close(most, 1);
    }

    @Override
    public void free() {
      close(TokenUsage.none(), 0);
    }

    private void close(TokenUsage usage, int unsure) {
      synchronized (lock) {
        if (closed) {
          throw new IllegalStateException("a call is booked once, and this one was booked before");
        }
        closed = true;
        inFlight--;
        reserved =
            new TokenUsage(
                reserved.input() - most.input(), 0, reserved.output() - most.output(), 0);
        billed = billed.plus(usage);
        assumed += unsure;
        log.keep(spend(calls, billed.plus(reserved), assumed + inFlight));
      }
    }
  }
}
