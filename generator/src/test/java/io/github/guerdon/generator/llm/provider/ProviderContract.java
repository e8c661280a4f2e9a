package io.github.guerdon.generator.llm.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.generator.llm.CallFailure;
import io.github.guerdon.generator.llm.CallFailure.Kind;
import io.github.guerdon.generator.llm.CallFailure.Remedy;
import io.github.guerdon.generator.llm.LanguageModel;
import io.github.guerdon.generator.llm.LanguageModelContract;
import io.github.guerdon.generator.llm.LedgerBudget;
import io.github.guerdon.generator.llm.ModelOutcome;
import io.github.guerdon.generator.llm.ModelReply;
import io.github.guerdon.generator.llm.ModelReply.Ending;
import io.github.guerdon.generator.llm.ModelRequest;
import io.github.guerdon.generator.llm.RetryPolicy;
import io.github.guerdon.generator.llm.TokenUsage;
import io.github.guerdon.generator.llm.stub.Answers;
import io.github.guerdon.generator.llm.stub.Canned;
import io.github.guerdon.generator.llm.stub.StubServer;
import io.github.guerdon.generator.llm.stub.StubServer.Answer;
import io.github.guerdon.generator.llm.stub.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every provider's model has to do, with a server that behaves and one that does not. */
abstract class ProviderContract extends LanguageModelContract {

  private static final Duration SHORT = Duration.ofMillis(150);

  private final List<Bench> benches = new ArrayList<>();
  final Wire wire;

  ProviderContract(Wire wire) {
    this.wire = wire;
  }

  /** Returns what the provider tells of {@code Canned}'s usage. */
  abstract TokenUsage told(TokenUsage usage);

  /** Checks that a request is of the provider's form. */
  abstract void checkRequest(StubServer.Received request, boolean streamed);

  @AfterEach
  void close() {
    benches.forEach(Bench::close);
  }

  private Bench keep(Bench bench) {
    benches.add(bench);
    return bench;
  }

  private CallFailure fault(boolean streamed, Answer answer) {
    Bench bench = keep(Bench.once(wire, streamed, answer));
    CallFailure failure = failure(bench.model.ask(request("g0c0")));
    assertThat(failure.attempts()).isEqualTo(1);
    assertThat(bench.server.received()).hasSize(1);
    assertThat(failure.message()).doesNotContain(Bench.KEY);
    return failure;
  }

  private Answer refusal(int status, String headers, String code, String message) {
    return Answers.status(status, headers, wire.error(status, code, message));
  }

  @Override
  protected LanguageModel answering(
      ModelRequest request, String text, String thinking, Ending ending) {
    Canned canned = Canned.saying(text).thinking(thinking).ending(ending);
    return keep(Bench.once(wire, false, wire.answer(canned, false))).model;
  }

  @Override
  protected LanguageModel failing(ModelRequest request) {
    return keep(Bench.once(wire, false, refusal(400, "", "invalid_request_error", "no"))).model;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anAnswerComesWithUsageAndModel(boolean streamed) {
    Canned canned = Canned.saying("the answer").thinking("some thought");
    Bench bench = keep(Bench.once(wire, streamed, wire.answer(canned, streamed)));
    ModelReply reply = reply(bench.model.ask(request("g0c0")));
    assertThat(reply.text()).isEqualTo("the answer");
    assertThat(reply.thinking()).isEqualTo("some thought");
    assertThat(reply.ending()).isEqualTo(Ending.COMPLETE);
    assertThat(reply.model()).isEqualTo(canned.model());
    assertThat(reply.usage()).isEqualTo(told(canned.usage()));
    assertThat(bench.budget.entries())
        .containsExactly("reserved", "settled " + told(canned.usage()).total());
    checkRequest(bench.server.received().get(0), streamed);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theEndOfAnAnswerIsKept(boolean streamed) {
    for (Ending ending : Ending.values()) {
      Canned canned = Canned.saying("text").ending(ending);
      Bench bench = keep(Bench.once(wire, streamed, wire.answer(canned, streamed)));
      assertThat(reply(bench.model.ask(request("g0c0"))).ending()).isEqualTo(ending);
    }
  }

  @Test
  void anEmptyStreamedTextIsAnAnswer() {
    Bench bench = keep(Bench.once(wire, true, wire.answer(Canned.saying(""), true)));
    assertThat(reply(bench.model.ask(request("g0c0"))).text()).isEmpty();
  }

  @Test
  void aWrongKeyNamesItsVariable() {
    CallFailure failure =
        fault(
            false,
            refusal(401, "", "authentication_error", "Incorrect key " + Bench.KEY + " given"));
    assertThat(failure.kind()).isEqualTo(Kind.BAD_KEY);
    assertThat(failure.kind().remedy()).isEqualTo(Remedy.CHANGE_SETTING);
    assertThat(failure.message())
        .contains(wire.provider().keyVariables().get(0), "Incorrect key *** given");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anUnknownModelNamesItsOption(boolean streamed) {
    CallFailure failure = fault(streamed, refusal(404, "", "not_found_error", "no such model"));
    assertThat(failure.kind()).isEqualTo(Kind.UNKNOWN_MODEL);
    assertThat(failure.message()).contains("--model", "stub-model", "no such model");
  }

  @Test
  void aPromptThatIsTooLongSaysSo() {
    CallFailure failure =
        fault(
            false,
            refusal(400, "", "invalid_request_error", "maximum context length is 4096 tokens"));
    assertThat(failure.kind()).isEqualTo(Kind.CONTEXT_TOO_LONG);
  }

  @Test
  void aRateLimitIsWaitedFor() {
    Bench bench =
        keep(
            Bench.patient(
                wire,
                refusal(429, "Retry-After: 7\r\n", "rate_limit_error", "slow down"),
                wire.answer(Canned.saying("at last"), false)));
    ModelReply reply = reply(bench.model.ask(request("g0c0")));
    assertThat(reply.text()).isEqualTo("at last");
    assertThat(reply.attempts()).isEqualTo(2);
    assertThat(bench.waits).containsExactly(Duration.ofSeconds(7));
    assertThat(bench.budget.entries()).startsWith("reserved", "free", "reserved");
  }

  @Test
  void aRateLimitWithoutADateIsBackedOffFrom() {
    Bench bench = keep(Bench.patient(wire, refusal(429, "", "rate_limit_error", "slow down")));
    CallFailure failure = failure(bench.model.ask(request("g0c0")));
    assertThat(failure.kind()).isEqualTo(Kind.RATE_LIMITED);
    assertThat(failure.attempts()).isEqualTo(3);
    assertThat(bench.server.received()).hasSize(3);
    assertThat(bench.waits).hasSize(2);
    assertThat(bench.waits.get(0)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
    assertThat(bench.waits.get(1)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
  }

  @Test
  void aRateLimitBeyondPatienceSaysWhenToComeBack() {
    Bench bench =
        keep(
            Bench.patient(
                wire,
                refusal(
                    429,
                    "Retry-After: Thu, 01 Jan 2026 13:00:00 GMT\r\n",
                    "rate_limit_error",
                    "slow")));
    CallFailure failure = failure(bench.model.ask(request("g0c0")));
    assertThat(failure.kind()).isEqualTo(Kind.RATE_LIMITED);
    assertThat(failure.message()).contains("3600 s", "2026-01-01T13:00:00Z");
    assertThat(bench.server.received()).hasSize(1);
    assertThat(bench.waits).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aBrokenServerMayHaveBilled(boolean streamed) {
    Bench bench = keep(Bench.once(wire, streamed, refusal(500, "", "api_error", "oops")));
    CallFailure failure = failure(bench.model.ask(request("g0c0")));
    assertThat(failure.kind()).isEqualTo(Kind.SERVER_ERROR);
    assertThat(failure.message()).contains("500", "oops");
    assertThat(bench.budget.entries()).containsExactly("reserved", "unknown");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void stalledHeadersEndAtTheDeadline(boolean streamed) {
    assertTimesOut(streamed, Answers.stalledHeaders());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aStalledBodyEndsAtTheDeadline(boolean streamed) {
    String start =
        streamed ? wire.stream(Canned.saying("half an answer")).get(0) : "{\"model\":\"half";
    assertTimesOut(streamed, Answers.stalledBody(type(streamed), start));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aSlowDripEndsAtTheDeadline(boolean streamed) {
    String part = streamed ? wire.stream(Canned.saying("drop by drop")).get(1) : " ";
    assertTimesOut(streamed, Answers.drip(type(streamed), part, 20));
  }

  @Test
  void aStreamThatFallsSilentEndsBeforeTheDeadline() {
    StubServer server =
        StubServer.start(
            Answers.stalledBody(type(true), wire.stream(Canned.saying("half")).get(0)));
    Bench bench =
        keep(
            Bench.with(
                server,
                Bench.settings(wire, server)
                    .withStreaming(true)
                    .withLimits(Duration.ofMinutes(1), SHORT),
                RetryPolicy.never(),
                new LedgerBudget(1)));
    CallFailure failure = failure(bench.model.ask(request("g0c0")));
    assertThat(failure.kind()).isEqualTo(Kind.TIMED_OUT);
    assertThat(failure.message()).contains("silent");
  }

  private void assertTimesOut(boolean streamed, Answer answer) {
    Bench bench = keep(Bench.hasty(wire, streamed, SHORT, answer));
    long start = System.nanoTime();
    CallFailure failure = failure(bench.model.ask(request("g0c0")));
    assertThat(failure.kind()).isEqualTo(Kind.TIMED_OUT);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    assertThat(bench.budget.entries()).containsExactly("reserved", "unknown");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aResetIsUnreachable(boolean streamed) {
    String start =
        streamed ? wire.stream(Canned.saying("half an answer")).get(0) : "{\"model\":\"half";
    assertThat(fault(streamed, Answers.reset(type(streamed), start)).kind())
        .isEqualTo(Kind.UNREACHABLE);
    assertThat(fault(streamed, Answers.hangUp()).kind()).isEqualTo(Kind.UNREACHABLE);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void brokenJsonIsABadAnswer(boolean streamed) {
    Answer answer =
        streamed
            ? Answers.stream(type(true), List.of(sse("{\"choices\": [nonsense")))
            : Answers.json("{\"choices\": [nonsense");
    assertThat(fault(streamed, answer).kind()).isEqualTo(Kind.BAD_ANSWER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "3",
        "{\"choices\":null}",
        "{\"choices\":[]}",
        "{\"choices\":[null]}",
        "{\"choices\":[{}]}",
        "{\"choices\":\"text\"}",
        "{\"content\":null}",
        "{\"content\":{}}",
        "{\"candidates\":[]}",
        "{\"candidates\":[{}]}",
        "{\"candidates\":[{\"finishReason\":\"NEW_WORD\"}]}",
        "{\"message\":[]}",
        "{\"usage\":3}",
        "{} trailing"
      })
  void oddJsonIsABadAnswer(String body) {
    assertThat(fault(false, Answers.json(body)).kind()).isEqualTo(Kind.BAD_ANSWER);
    Answer stream = Answers.stream(type(true), List.of(sse(body), sse("[DONE]")));
    assertThat(fault(true, stream).kind()).isEqualTo(Kind.BAD_ANSWER);
  }

  @Test
  void aStreamThatEndsEarlyIsABadAnswer() {
    List<String> parts = wire.stream(Canned.saying("half an answer"));
    Answer answer = Answers.stream(type(true), parts.subList(0, 2));
    assertThat(fault(true, answer).kind()).isEqualTo(Kind.BAD_ANSWER);
  }

  @Test
  void anErrorWithinAStreamIsTyped() {
    List<String> parts = new ArrayList<>(wire.stream(Canned.saying("half an")).subList(0, 2));
    parts.add(sse("{\"error\":{\"type\":\"overloaded_error\",\"message\":\"busy\"}}"));
    CallFailure failure = fault(true, Answers.stream(type(true), parts));
    assertThat(failure.kind()).isEqualTo(Kind.SERVER_ERROR);
    assertThat(failure.message()).contains("busy");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aHugeAnswerIsABadAnswer(boolean streamed) {
    CallFailure failure = fault(streamed, Answers.huge(type(streamed), "{\"model\":\"", 9 << 20));
    assertThat(failure.kind()).isEqualTo(Kind.BAD_ANSWER);
    assertThat(failure.message()).contains("larger than");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aWrongContentTypeIsABadAnswer(boolean streamed) {
    CallFailure failure =
        fault(streamed, Answers.whole(200, "text/html", "", "<p>log in first</p>"));
    assertThat(failure.kind()).isEqualTo(Kind.BAD_ANSWER);
    assertThat(failure.message()).contains("text/html", "--base-url");
  }

  @Test
  void aRedirectIsNotFollowed() {
    CallFailure failure =
        fault(false, Answers.status(302, "Location: http://127.0.0.1:1/\r\n", "{}"));
    assertThat(failure.kind()).isEqualTo(Kind.BAD_REQUEST);
    assertThat(failure.message()).contains("http://127.0.0.1:1/", "--base-url");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aClosedPortIsUnreachableAndFree(boolean streamed) {
    Bench bench = keep(Bench.once(wire, streamed));
    bench.server.close();
    CallFailure failure = failure(bench.model.ask(request("g0c0")));
    assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
    assertThat(failure.message()).contains("127.0.0.1", "--base-url");
    assertThat(bench.budget.entries()).containsExactly("reserved", "free");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anInterruptBreaksACallOff(boolean streamed) throws InterruptedException {
    Bench bench =
        keep(Bench.hasty(wire, streamed, Duration.ofMinutes(1), Answers.stalledHeaders()));
    List<ModelOutcome> outcomes = new ArrayList<>();
    Thread caller = new Thread(() -> outcomes.add(bench.model.ask(request("g0c0"))));
    caller.start();
    while (bench.server.received().isEmpty()) {
      Thread.onSpinWait();
    }
    caller.interrupt();
    caller.join(10_000);
    assertThat(failure(outcomes.get(0)).kind()).isEqualTo(Kind.CANCELLED);
    assertThat(bench.budget.entries()).containsExactly("reserved", "unknown");
  }

  @Test
  void noCallGoesBeyondTheBudget() {
    Bench bench =
        keep(
            Bench.of(
                wire,
                false,
                Bench.PATIENT,
                2,
                Duration.ofSeconds(20),
                refusal(500, "", "api_error", "oops")));
    CallFailure failure = failure(bench.model.ask(request("g0c0")));
    assertThat(failure.kind()).isEqualTo(Kind.BUDGET);
    assertThat(failure.message()).contains("g0c0", "oops");
    assertThat(failure.attempts()).isEqualTo(2);
    assertThat(bench.server.received()).hasSize(2);
  }

  private String type(boolean streamed) {
    return streamed ? wire.streamType() : "application/json";
  }

  /** Frames a text as the provider's streams do. */
  private String sse(String data) {
    return wire == Wire.OLLAMA ? data + "\n" : "event: message_stop\ndata: " + data + "\n\n";
  }
}
