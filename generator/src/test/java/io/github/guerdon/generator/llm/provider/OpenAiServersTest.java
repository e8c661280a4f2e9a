package io.github.guerdon.generator.llm.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.guerdon.generator.llm.AttemptBudget;
import io.github.guerdon.generator.llm.CallFailure;
import io.github.guerdon.generator.llm.CallFailure.Kind;
import io.github.guerdon.generator.llm.LedgerBudget;
import io.github.guerdon.generator.llm.ModelOutcome;
import io.github.guerdon.generator.llm.ModelReply;
import io.github.guerdon.generator.llm.ModelReply.Ending;
import io.github.guerdon.generator.llm.ModelRequest;
import io.github.guerdon.generator.llm.ModelSettings;
import io.github.guerdon.generator.llm.Provider;
import io.github.guerdon.generator.llm.RetryPolicy;
import io.github.guerdon.generator.llm.Turn;
import io.github.guerdon.generator.llm.stub.Answers;
import io.github.guerdon.generator.llm.stub.Canned;
import io.github.guerdon.generator.llm.stub.StubServer;
import io.github.guerdon.generator.llm.stub.StubServer.Answer;
import io.github.guerdon.generator.llm.stub.Wire;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What servers that speak OpenAI's interface do differently. */
final class OpenAiServersTest {

  private static final ModelRequest REQUEST =
      new ModelRequest("g0c0", "", List.of(Turn.user("Hello.")), 64);

  private static ModelReply reply(Answer answer, boolean streamed) {
    try (Bench bench = Bench.once(Wire.OPENAI, streamed, answer)) {
      return bench
          .model
          .ask(REQUEST)
          .match(
              ModelOutcome.Answered::reply,
              failed -> {
                throw new AssertionError(failed.failure().message());
              });
    }
  }

  private static CallFailure failure(Answer answer) {
    try (Bench bench = Bench.once(Wire.OPENAI, false, answer)) {
      return bench
          .model
          .ask(REQUEST)
          .match(
              answered -> {
                throw new AssertionError(answered.reply().text());
              },
              ModelOutcome.Failed::failure);
    }
  }

  private static Answer refusal(int status, String code, String message) {
    return Answers.status(status, "", Wire.OPENAI.error(status, code, message));
  }

  @Test
  void theLimitIsSentUnderTheNameThatTheServerAsksFor() {
    Answer refusal =
        refusal(
            400,
            "unsupported_parameter",
            "Unsupported parameter: 'max_tokens' is not supported with this model. Use"
                + " 'max_completion_tokens' instead.");
    Answer answer = Wire.OPENAI.answer(Canned.saying("fine"), false);
    try (Bench bench = Bench.once(Wire.OPENAI, false, refusal, answer)) {
      assertThat(bench.model.ask(REQUEST)).isInstanceOf(ModelOutcome.Answered.class);
      assertThat(bench.model.ask(REQUEST)).isInstanceOf(ModelOutcome.Answered.class);
      List<StubServer.Received> received = bench.server.received();
      assertThat(received).hasSize(3);
      assertThat(received.get(0).body()).contains("\"max_tokens\"");
      assertThat(received.get(1).body())
          .contains("\"max_completion_tokens\"")
          .doesNotContain("\"max_tokens\"");
      assertThat(received.get(2).body()).contains("\"max_completion_tokens\"");
      assertThat(bench.budget.entries()).startsWith("reserved", "free", "reserved", "settled 42");
    }
  }

  @Test
  void openAiAndAzureKnowTheNewNameOthersTheOld() {
    ModelSettings openAi = ModelSettings.of(Provider.OPENAI, "m");
    URI azure = URI.create("https://x.openai.azure.com/openai/v1/");
    URI local = URI.create("http://localhost:8080/v1");
    assertThat(LimitName.first(openAi)).isEqualTo(LimitName.MAX_COMPLETION_TOKENS);
    assertThat(LimitName.first(openAi.withBaseUrl(azure)))
        .isEqualTo(LimitName.MAX_COMPLETION_TOKENS);
    assertThat(LimitName.first(openAi.withBaseUrl(local))).isEqualTo(LimitName.MAX_TOKENS);
  }

  @Test
  void theOtherFieldForThinkingIsReadToo() {
    String whole =
        "{\"choices\":[{\"message\":{\"content\":\"yes\",\"reasoning\":\"because\"},"
            + "\"finish_reason\":\"stop\"}]}";
    assertThat(reply(Answers.json(whole), false).thinking()).isEqualTo("because");
    List<String> parts =
        List.of(
            "data: {\"choices\":[{\"delta\":{\"reasoning\":\"be\"}}]}\n\n",
            "data: {\"choices\":[{\"delta\":{\"reasoning\":\"cause\"}}]}\n\n",
            "data: {\"choices\":[{\"delta\":{\"content\":\"yes\"},"
                + "\"finish_reason\":\"stop\"}]}\n\n");
    ModelReply streamed = reply(Answers.stream("text/event-stream", parts), true);
    assertThat(streamed.thinking()).isEqualTo("because");
    assertThat(streamed.text()).isEqualTo("yes");
  }

  @Test
  void aRefusalIsAFilteredAnswer() {
    String whole =
        "{\"choices\":[{\"message\":{\"content\":null,\"refusal\":\"I will not.\"},"
            + "\"finish_reason\":\"stop\"}]}";
    ModelReply reply = reply(Answers.json(whole), false);
    assertThat(reply.ending()).isEqualTo(Ending.FILTERED);
    assertThat(reply.text()).isEqualTo("I will not.");
  }

  @Test
  void anAnswerWithoutUsageMayHaveBilled() {
    String whole = "{\"choices\":[{\"message\":{\"content\":\"yes\"},\"finish_reason\":\"stop\"}]}";
    try (Bench bench = Bench.once(Wire.OPENAI, false, Answers.json(whole))) {
      bench.model.ask(REQUEST);
      assertThat(bench.budget.entries()).containsExactly("reserved", "unknown");
    }
  }

  @Test
  void impossibleCountsDoNoHarm() {
    String whole =
        "{\"choices\":[{\"message\":{\"content\":\"yes\"},\"finish_reason\":\"stop\"}],"
            + "\"usage\":{\"prompt_tokens\":-3,\"completion_tokens\":2,"
            + "\"prompt_tokens_details\":{\"cached_tokens\":9},"
            + "\"completion_tokens_details\":{\"reasoning_tokens\":9}}}";
    ModelReply reply = reply(Answers.json(whole), false);
    assertThat(reply.usage().total()).isEqualTo(2);
  }

  @Test
  void aKeyWithinAnAnswerIsMasked() {
    Canned canned = Canned.saying("you sent " + Bench.KEY);
    assertThat(reply(Wire.OPENAI.answer(canned, false), false).text()).isEqualTo("you sent ***");
  }

  @Test
  void refusalsAreToldApart() {
    assertThat(failure(refusal(429, "insufficient_quota", "no credit")).kind())
        .isEqualTo(Kind.QUOTA);
    assertThat(failure(refusal(402, "x", "pay")).kind()).isEqualTo(Kind.QUOTA);
    assertThat(failure(refusal(403, "x", "not you")).kind()).isEqualTo(Kind.BAD_KEY);
    assertThat(failure(refusal(400, "context_length_exceeded", "long")).kind())
        .isEqualTo(Kind.CONTEXT_TOO_LONG);
    assertThat(failure(refusal(400, "model_not_found", "no")).kind()).isEqualTo(Kind.UNKNOWN_MODEL);
    assertThat(failure(refusal(422, "x", "temperature is odd")).kind()).isEqualTo(Kind.BAD_REQUEST);
    assertThat(failure(refusal(408, "x", "slow")).kind()).isEqualTo(Kind.TIMED_OUT);
    assertThat(failure(refusal(529, "overloaded", "busy")).kind()).isEqualTo(Kind.SERVER_ERROR);
    assertThat(failure(Answers.json(Wire.OPENAI.error(0, "rate_limit_exceeded", "slow"))).kind())
        .isEqualTo(Kind.RATE_LIMITED);
    assertThat(failure(Answers.whole(502, "text/html", "", "<h1>Bad\n\tgateway</h1>")).message())
        .contains("<h1>Bad gateway</h1>");
  }

  @Test
  void withoutAKeyNoCredentialsAreSent() {
    Answer answer = Wire.OPENAI.answer(Canned.saying("fine"), false);
    try (StubServer server = StubServer.start(answer)) {
      ModelSettings settings = Bench.settings(Wire.OPENAI, server);
      ModelOutcome outcome =
          Models.open(
                  settings,
                  Optional.empty(),
                  RetryPolicy.never(),
                  AttemptBudget.unlimited(),
                  Bench.seams())
              .ask(REQUEST);
      assertThat(outcome).isInstanceOf(ModelOutcome.Answered.class);
      assertThat(server.received().get(0).headers()).doesNotContainKey("authorization");
    }
  }

  @Test
  void aHostedProviderWithoutAKeyIsRefusedBeforeAnyCall() {
    assertThatThrownBy(
            () ->
                Models.open(
                    ModelSettings.of(Provider.ANTHROPIC, "m"),
                    Optional.empty(),
                    RetryPolicy.never(),
                    AttemptBudget.unlimited(),
                    Bench.seams()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ANTHROPIC_API_KEY");
  }

  @Test
  void aTemperatureIsSentIfItIsSet() {
    Answer answer = Wire.OPENAI.answer(Canned.saying("fine"), false);
    StubServer server = StubServer.start(answer);
    ModelSettings settings = Bench.settings(Wire.OPENAI, server).withTemperature(0.25);
    try (Bench bench = Bench.with(server, settings, RetryPolicy.never(), new LedgerBudget(1))) {
      bench.model.ask(REQUEST);
      assertThat(server.received().get(0).body()).contains("\"temperature\" : 0.25");
    }
  }

  @Test
  void anInterruptedThreadSendsNothing() {
    try (Bench bench =
        Bench.once(Wire.OPENAI, false, Wire.OPENAI.answer(Canned.saying("x"), false))) {
      Thread.currentThread().interrupt();
      ModelOutcome outcome = bench.model.ask(REQUEST);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(outcome).isInstanceOf(ModelOutcome.Failed.class);
      assertThat(bench.server.received()).isEmpty();
      assertThat(bench.budget.entries()).isEmpty();
    }
  }
}
