package io.github.guerdon.generator.llm.record;

import io.github.guerdon.generator.llm.CallFailure;
import io.github.guerdon.generator.llm.LanguageModel;
import io.github.guerdon.generator.llm.ModelOutcome;
import io.github.guerdon.generator.llm.ModelRequest;
import io.github.guerdon.generator.llm.ModelSettings;
import io.github.guerdon.generator.llm.Secret;
import io.github.guerdon.generator.llm.TokenUsage;
import io.github.guerdon.generator.llm.account.Price;
import io.github.guerdon.generator.llm.account.TokenCounter;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks a model and keeps each call in an archive: its request before it is sent, its outcome before
 * it is returned.
 *
 * <p>A request that the archive has an answer to is not sent again, so that a resumed run pays
 * nothing twice. Keys are masked in what is written and in what is returned, so that a replay
 * returns the same.
 */
public final class RecordingModel implements LanguageModel {

  private final LanguageModel model;
  private final ModelSettings settings;
  private final Optional<Price> price;
  private final Redaction redaction;
  private final CallArchive archive;
  private final TokenCounter tokens = new TokenCounter();
  private final Set<String> inFlight = ConcurrentHashMap.newKeySet();

  /**
   * Wraps a model.
   *
   * @param settings who is asked, for the record
   * @param price what the model costs, if known, for the record
   * @param key what must not be written, if there is a key
   */
  public RecordingModel(
      LanguageModel model,
      ModelSettings settings,
      Optional<Price> price,
      Optional<Secret> key,
      CallArchive archive) {
    this.model = model;
    this.redaction = new Redaction(key);
    this.settings = redaction.of(settings);
    this.price = price;
    this.archive = archive;
  }

  @Override
  public String name() {
    return model.name();
  }

  /**
   * {@inheritDoc}
   *
   * <p>A damaged file where the call belongs ends it with {@link CallFailure.Kind#NOT_RECORDED},
   * unsent.
   *
   * @throws java.io.UncheckedIOException if the call cannot be written
   */
  @Override
  public ModelOutcome ask(ModelRequest request) {
    if (!inFlight.add(request.label())) {
      throw new IllegalStateException(
          "label " + request.label() + " is being asked already; a label names one call");
    }
    try {
      Optional<RecordedCall> earlier = archive.find(request.label());
      Optional<ModelOutcome> answer =
          earlier
              .filter(call -> call.hash().equals(request.hash()))
              .filter(this::sameModel)
              .flatMap(RecordedCall::outcome)
              .filter(outcome -> outcome.match(answered -> true, failed -> false));
      return answer.isPresent() ? answer.get() : askAndKeep(request);
    } catch (RecordException e) {
      return new ModelOutcome.Failed(
          new CallFailure(CallFailure.Kind.NOT_RECORDED, e.getMessage(), 0));
    } finally {
      inFlight.remove(request.label());
    }
  }

  /** Another model's answer is none of this one's; limits of time and the like change nothing. */
  private boolean sameModel(RecordedCall call) {
    ModelSettings then = call.settings();
    return then.provider() == settings.provider()
        && then.model().equals(settings.model())
        && then.baseUrl().equals(settings.baseUrl())
        && then.temperature().equals(settings.temperature());
  }

  private ModelOutcome askAndKeep(ModelRequest request) {
    RecordedCall call =
        new RecordedCall(
            redaction.of(request),
            request.hash(),
            redaction.of(model.name()),
            settings,
            tokens.most(request),
            Optional.empty(),
            Optional.empty());
    archive.begin(call);
    ModelOutcome outcome = redaction.of(model.ask(request));
    archive.end(call.ended(outcome, money(outcome)));
    return outcome;
  }

  /** Returns what an answer cost, if the price is known and the provider told its tokens. */
  private Optional<BigDecimal> money(ModelOutcome outcome) {
    Optional<TokenUsage> usage =
        outcome.match(
            answered -> Optional.of(answered.reply().usage()), failed -> Optional.empty());
    return usage.filter(u -> u.total() > 0).flatMap(u -> price.map(p -> p.cost(u)));
  }
}
