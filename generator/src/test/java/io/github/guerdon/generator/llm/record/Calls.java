package io.github.guerdon.generator.llm.record;

import io.github.guerdon.generator.llm.CallFailure;
import io.github.guerdon.generator.llm.ModelOutcome;
import io.github.guerdon.generator.llm.ModelReply;
import io.github.guerdon.generator.llm.ModelReply.Ending;
import io.github.guerdon.generator.llm.ModelRequest;
import io.github.guerdon.generator.llm.ModelSettings;
import io.github.guerdon.generator.llm.Provider;
import io.github.guerdon.generator.llm.ScriptedModel;
import io.github.guerdon.generator.llm.TokenUsage;
import io.github.guerdon.generator.llm.Turn;
import io.github.guerdon.generator.llm.account.Price;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Requests, outcomes and settings for the tests here. */
final class Calls {

  static final ModelSettings SETTINGS =
      ModelSettings.of(Provider.OPENAI, "gpt-5-mini")
          .withBaseUrl(URI.create("https://gateway.example/v1"))
          .withTemperature(0.7);
  static final Optional<Price> PRICE =
      Optional.of(
          new Price(
              new BigDecimal("0.25"),
              new BigDecimal("0.025"),
              new BigDecimal("2.00"),
              "test",
              LocalDate.of(2026, 11, 5)));

  private Calls() {}

  /** Returns a model that answers by a rule. */
  static ScriptedModel scripted(Function<ModelRequest, ModelOutcome> rule) {
    return new ScriptedModel("openai gpt-5-mini", rule);
  }

  static ModelRequest request(String label, String text) {
    return new ModelRequest(
        label,
        "You design rewards.",
        List.of(Turn.user("Design one."), Turn.assistant("Here: …"), Turn.user(text)),
        4_000);
  }

  static ModelOutcome answer(String text) {
    return new ModelOutcome.Answered(
        new ModelReply(
            text,
            "Let me think.",
            Ending.COMPLETE,
            new TokenUsage(1_000, 400, 300, 100),
            "gpt-5-mini-2025-08-07",
            2.5,
            2));
  }

  static ModelOutcome failure(CallFailure.Kind kind, String message) {
    return new ModelOutcome.Failed(new CallFailure(kind, message, 3));
  }
}
