package io.github.guerdon.generator.llm.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.generator.llm.CallFailure;
import io.github.guerdon.generator.llm.LedgerBudget;
import io.github.guerdon.generator.llm.Secret;
import io.github.guerdon.generator.llm.provider.Checkup.Finding;
import io.github.guerdon.generator.llm.provider.Checkup.Probe;
import io.github.guerdon.generator.llm.provider.Checkup.Status;
import io.github.guerdon.generator.llm.stub.Answers;
import io.github.guerdon.generator.llm.stub.Canned;
import io.github.guerdon.generator.llm.stub.StubServer;
import io.github.guerdon.generator.llm.stub.StubServer.Answer;
import io.github.guerdon.generator.llm.stub.Wire;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CheckupTest {

  private static Checkup examine(
      StubServer server, Wire wire, Set<Probe> further, LedgerBudget budget) {
    return Checkup.of(
        Bench.settings(wire, server),
        Optional.of(Secret.of(Bench.KEY)),
        budget,
        Bench.seams(),
        further);
  }

  private static Finding finding(Checkup checkup, String name) {
    return checkup.findings().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(Wire.class)
  void oneCallTellsTheBasics(Wire wire) {
    Answer answer = wire.answer(Canned.saying("Amber.").thinking("the word"), false);
    LedgerBudget budget = new LedgerBudget(10);
    try (StubServer server = StubServer.start(answer)) {
      Checkup checkup = examine(server, wire, Set.of(), budget);
      assertThat(checkup.calls()).isEqualTo(1);
      assertThat(server.received()).hasSize(1);
      assertThat(checkup.failure()).isEmpty();
      assertThat(finding(checkup, "reachable").status()).isEqualTo(Status.WORKS);
      assertThat(finding(checkup, "model").text()).isEqualTo("stub-model-2026-01-01");
      assertThat(finding(checkup, "system prompt").status()).isEqualTo(Status.WORKS);
      assertThat(finding(checkup, "thinking").status()).isEqualTo(Status.WORKS);
      assertThat(finding(checkup, "latency").text()).contains("30 tokens in and 12 out");
      assertThat(finding(checkup, "streaming").status()).isEqualTo(Status.UNKNOWN);
      assertThat(finding(checkup, "limits").status()).isEqualTo(Status.UNKNOWN);
    }
    assertThat(budget.entries()).containsExactly("reserved", "settled 42");
  }

  @ParameterizedTest
  @EnumSource(Wire.class)
  void eachFurtherProbeIsOneRequest(Wire wire) {
    String card =
        wire == Wire.OPENAI
            ? "{\"data\":[{\"id\":\"stub-model\",\"max_model_len\":4096},{\"id\":\"other\"}]}"
            : "{\"model_info\":{\"llama.context_length\":4096}}";
    Canned canned = Canned.saying("no idea");
    try (StubServer server =
        StubServer.start(
            wire.answer(canned, false),
            Answers.json(card),
            Answers.status(400, "", wire.error(400, "invalid_request_error", "no temperature")),
            wire.answer(canned, true))) {
      Checkup checkup = examine(server, wire, EnumSet.allOf(Probe.class), new LedgerBudget(10));
      assertThat(checkup.calls()).isEqualTo(4);
      assertThat(server.received()).hasSize(4);
      assertThat(server.received().get(1).headers().toString()).contains(Bench.KEY);
      assertThat(server.received().get(2).body()).contains("temperature");
      assertThat(finding(checkup, "limits").text()).isEqualTo("context 4096");
      assertThat(finding(checkup, "sampling").status()).isEqualTo(Status.FAILS);
      assertThat(finding(checkup, "sampling").text()).contains("no temperature");
      assertThat(finding(checkup, "streaming").status()).isEqualTo(Status.WORKS);
      assertThat(finding(checkup, "system prompt").status()).isEqualTo(Status.FAILS);
    }
  }

  @Test
  void aSilentModelIsNotProbedFurther() {
    try (StubServer server =
        StubServer.start(Answers.status(401, "", Wire.OPENAI.error(401, "x", "bad key")))) {
      Checkup checkup =
          examine(server, Wire.OPENAI, EnumSet.allOf(Probe.class), new LedgerBudget(10));
      assertThat(checkup.calls()).isEqualTo(1);
      assertThat(checkup.failure().map(CallFailure::kind)).contains(CallFailure.Kind.BAD_KEY);
      assertThat(checkup.findings()).extracting(Finding::status).containsExactly(Status.FAILS);
    }
  }

  @Test
  void whatTheBudgetForbidsIsNotSent() {
    Answer answer = Wire.OPENAI.answer(Canned.saying("amber"), false);
    try (StubServer server = StubServer.start(answer)) {
      Checkup checkup =
          examine(server, Wire.OPENAI, EnumSet.allOf(Probe.class), new LedgerBudget(1));
      assertThat(checkup.calls()).isEqualTo(1);
      assertThat(server.received()).hasSize(1);
      assertThat(finding(checkup, "limits").text()).contains("caps");
      assertThat(finding(checkup, "streaming").text()).contains("doctor-streaming");
    }
  }
}
