package io.github.guerdon.generator.llm.provider;

import io.github.guerdon.generator.llm.LanguageModel;
import io.github.guerdon.generator.llm.LedgerBudget;
import io.github.guerdon.generator.llm.ModelSettings;
import io.github.guerdon.generator.llm.RetryPolicy;
import io.github.guerdon.generator.llm.Secret;
import io.github.guerdon.generator.llm.stub.StubServer;
import io.github.guerdon.generator.llm.stub.Wire;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server, a model that asks it, and time that does not pass. */
final class Bench implements AutoCloseable {

  static final String KEY = "sk-stub-0123456789abcdef";
  static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
  static final RetryPolicy PATIENT =
      new RetryPolicy(3, Duration.ofSeconds(2), Duration.ofSeconds(30), Duration.ofSeconds(90));

  final StubServer server;
  final LedgerBudget budget;
  final List<Duration> waits = new CopyOnWriteArrayList<>();
  final LanguageModel model;

  private Bench(
      StubServer server, LedgerBudget budget, ModelSettings settings, RetryPolicy policy) {
    this.server = server;
    this.budget = budget;
    this.model = Models.open(settings, Optional.of(Secret.of(KEY)), policy, budget, seams(waits));
  }

  /** Opens a bench with a single attempt. */
  static Bench once(Wire wire, boolean streamed, StubServer.Answer... answers) {
    return of(wire, streamed, RetryPolicy.never(), 100, Duration.ofSeconds(20), answers);
  }

  /** Opens a bench with three attempts. */
  static Bench patient(Wire wire, StubServer.Answer... answers) {
    return of(wire, false, PATIENT, 100, Duration.ofSeconds(20), answers);
  }

  /** Opens a bench whose calls may last that long. */
  static Bench hasty(Wire wire, boolean streamed, Duration deadline, StubServer.Answer... answers) {
    return of(wire, streamed, RetryPolicy.never(), 100, deadline, answers);
  }

  static Bench of(
      Wire wire,
      boolean streamed,
      RetryPolicy policy,
      int calls,
      Duration deadline,
      StubServer.Answer... answers) {
    StubServer server = StubServer.start(answers);
    ModelSettings settings = settings(wire, server).withStreaming(streamed);
    return new Bench(
        server,
        new LedgerBudget(calls),
        settings.withLimits(deadline, Duration.ofSeconds(20)),
        policy);
  }

  /** Opens a bench with other settings. */
  static Bench with(
      StubServer server, ModelSettings settings, RetryPolicy policy, LedgerBudget budget) {
    return new Bench(server, budget, settings, policy);
  }

  static ModelSettings settings(Wire wire, StubServer server) {
    return ModelSettings.of(wire.provider(), "stub-model").withBaseUrl(server.address(wire.path()));
  }

  static Seams seams(List<Duration> waits) {
    return new Seams(
        new SplittableRandom(1),
        InstantSource.fixed(NOW),
        System::nanoTime,
        waits::add,
        request -> request.turns().get(0).text().length());
  }

  static Seams seams() {
    return seams(new ArrayList<>());
  }

  @Override
  public void close() {
    server.close();
  }
}
