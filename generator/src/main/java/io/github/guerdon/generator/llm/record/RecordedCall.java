package io.github.guerdon.generator.llm.record;

import io.github.guerdon.generator.llm.ModelOutcome;
import io.github.guerdon.generator.llm.ModelRequest;
import io.github.guerdon.generator.llm.ModelSettings;
import io.github.guerdon.generator.llm.TokenUsage;
import io.github.guerdon.generator.llm.account.Spend;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A call as it stands on disk.
 *
 * @param request what was asked, keys masked
 * @param hash {@link ModelRequest#hash} of the request as it was sent
 * @param name who was asked, as {@link io.github.guerdon.generator.llm.LanguageModel#name} says
 * @param settings who was asked, and how
 * @param estimatedInput tokens of the request at their most
 * @param outcome how it ended; empty if the run was killed before it did
 * @param money what the answer cost, in US dollars, if the price is known
 */
public record RecordedCall(
    ModelRequest request,
    String hash,
    String name,
    ModelSettings settings,
    long estimatedInput,
    Optional<ModelOutcome> outcome,
    Optional<BigDecimal> money) {

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  /** Checks the hash and the numbers. */
  public RecordedCall {
    Objects.requireNonNull(request);
    Objects.requireNonNull(settings);
    Objects.requireNonNull(outcome);
    if (!HASH.matcher(hash).matches()) {
      throw new IllegalArgumentException("hash must be 64 hexadecimal digits");
    }
    if (name.isBlank() || estimatedInput < 0) {
      throw new IllegalArgumentException(
          "name is \""
              + name
              + "\" and estimatedInput "
              + estimatedInput
              + ", must not be blank or negative");
    }
    if (money.filter(m -> m.signum() < 0).isPresent()) {
      throw new IllegalArgumentException("money must not be negative");
    }
  }

  RecordedCall ended(ModelOutcome how, Optional<BigDecimal> cost) {
    return new RecordedCall(request, hash, name, settings, estimatedInput, Optional.of(how), cost);
  }

  /** Returns what it took as far as this file knows: at its most where nobody told. */
  Spend spent() {
    return outcome
        .map(how -> how.match(this::answered, RecordedCall::failed))
        .orElseGet(() -> atMost(1));
  }

  private Spend answered(ModelOutcome.Answered answered) {
    int attempts = Math.max(1, answered.reply().attempts());
    TokenUsage usage = answered.reply().usage();
    return usage.total() == 0 ? atMost(attempts) : new Spend(attempts, usage, 0, Optional.empty());
  }

  private static Spend failed(ModelOutcome.Failed failed) {
    return new Spend(failed.failure().attempts(), TokenUsage.none(), 0, Optional.empty());
  }

  private Spend atMost(int attempts) {
    TokenUsage most = new TokenUsage(estimatedInput, 0, request.maxOutputTokens(), 0);
    return new Spend(attempts, most, 1, Optional.empty());
  }
}
