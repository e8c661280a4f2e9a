package io.github.guerdon.generator.llm.provider;

import io.github.guerdon.generator.llm.AttemptBudget;
import io.github.guerdon.generator.llm.CallFailure;
import io.github.guerdon.generator.llm.CallFailure.Kind;
import io.github.guerdon.generator.llm.CallFailure.Remedy;
import io.github.guerdon.generator.llm.LanguageModel;
import io.github.guerdon.generator.llm.ModelOutcome;
import io.github.guerdon.generator.llm.ModelReply;
import io.github.guerdon.generator.llm.ModelRequest;
import io.github.guerdon.generator.llm.ModelSettings;
import io.github.guerdon.generator.llm.Provider;
import io.github.guerdon.generator.llm.RetryPolicy;
import io.github.guerdon.generator.llm.TokenUsage;
import io.github.guerdon.generator.llm.http.Connections;
import io.github.guerdon.generator.llm.http.Exchange;
import io.github.guerdon.generator.llm.provider.Diagnosis.Billed;
import java.time.Duration;
import java.util.Optional;

/** Asks a provider, again where that may help, and never without a reservation. */
final class ProviderModel implements LanguageModel {

  private final ModelSettings settings;
  private final RetryPolicy policy;
  private final AttemptBudget budget;
  private final Seams seams;
  private final Connections connections;
  private final Attempt attempt;
  private final LimitName firstName;
  private volatile LimitName limitName;

  ProviderModel(
      ModelSettings settings,
      RetryPolicy policy,
      AttemptBudget budget,
      Seams seams,
      Connections connections,
      Attempt attempt) {
    this.settings = settings;
    this.policy = policy;
    this.budget = budget;
    this.seams = seams;
    this.connections = connections;
    this.attempt = attempt;
    this.firstName = LimitName.first(settings);
    this.limitName = firstName;
  }

  @Override
  public String name() {
    return settings.name();
  }

  @Override
  public ModelOutcome ask(ModelRequest request) {
    Patience patience = new Patience(policy, seams);
    long input = seams.tokens().applyAsLong(request);
    String before = "";
    for (int sent = 0; ; ) {
      if (Thread.currentThread().isInterrupted()) {
        return failed(Kind.CANCELLED, "the call was broken off", sent);
      }
      Optional<AttemptBudget.Reservation> place = budget.reserve(input, request.maxOutputTokens());
      if (place.isEmpty()) {
        return failed(Kind.BUDGET, refusal(request, input) + before, sent);
      }
      sent++;
      LimitName name = limitName;
      long start = seams.nanoTime().getAsLong();
      Attempt.Result result = send(request, input, name, place.get());
      if (result instanceof Attempt.Got got) {
        return answered(got, start, sent);
      }
      Diagnosis diagnosis = ((Attempt.Lost) result).diagnosis();
      if (renamed(diagnosis, name)) {
        continue;
      }
      Optional<Duration> wait =
          diagnosis.kind().remedy() == Remedy.RETRY
              ? patience.next(sent, diagnosis.pause())
              : Optional.empty();
      if (wait.isEmpty()) {
        return failed(
            diagnosis.kind(), diagnosis.message() + patience.comeBack(diagnosis.pause()), sent);
      }
      if (!paused(wait.get())) {
        return failed(Kind.CANCELLED, "the call was broken off while waiting", sent);
      }
      before = "; the attempt before failed: " + diagnosis.message();
    }
  }

  private Attempt.Result send(
      ModelRequest request, long input, LimitName name, AttemptBudget.Reservation place) {
    Notes notes = new Notes(settings.provider());
    Exchange exchange = connections.exchange(notes);
    boolean known = false;
    try {
      Attempt.Result result = attempt.send(request, input, name, exchange, notes);
      known = true;
      if (result instanceof Attempt.Got got) {
        got.usage().ifPresentOrElse(place::settle, place::unknown);
      } else if (((Attempt.Lost) result).diagnosis().billed() == Billed.NOTHING) {
        place.free();
      } else {
        place.unknown();
      }
      return result;
    } finally {
      if (!known) {
        place.unknown();
      }
    }
  }

  private ModelOutcome answered(Attempt.Got got, long start, int sent) {
    double seconds = (seams.nanoTime().getAsLong() - start) * 1e-9;
    return new ModelOutcome.Answered(
        new ModelReply(
            got.text(),
            got.thinking(),
            got.ending(),
            got.usage().orElse(TokenUsage.none()),
            got.model(),
            Math.max(0, seconds),
            sent));
  }

  private static ModelOutcome failed(Kind kind, String message, int sent) {
    String count = sent > 1 ? " (" + sent + " attempts)" : "";
    return new ModelOutcome.Failed(new CallFailure(kind, message + count, sent));
  }

  private String refusal(ModelRequest request, long input) {
    return "no call was sent for \""
        + request.label()
        + "\", which needs about "
        + input
        + " tokens in and at most "
        + request.maxOutputTokens()
        + " out: "
        + budget.left();
  }

  /** Turns to the other name of the limit if the server refuses this one; once for a model. */
  private boolean renamed(Diagnosis diagnosis, LimitName name) {
    boolean refused =
        settings.provider() == Provider.OPENAI
            && diagnosis.kind() == Kind.BAD_REQUEST
            && name == firstName
            && name.refusedIn(diagnosis.message());
    if (refused) {
      limitName = name.other();
    }
    return refused;
  }

  private boolean paused(Duration wait) {
    try {
      seams.sleep().pause(wait);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
