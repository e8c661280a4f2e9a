package io.github.guerdon.generator.llm.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.generator.llm.CallFailure.Kind;
import io.github.guerdon.generator.llm.ModelOutcome;
import io.github.guerdon.generator.llm.ModelReply.Ending;
import io.github.guerdon.generator.llm.ModelRequest;
import io.github.guerdon.generator.llm.Turn;
import io.github.guerdon.generator.llm.stub.Answers;
import io.github.guerdon.generator.llm.stub.Canned;
import io.github.guerdon.generator.llm.stub.Wire;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GeminiBlockedTest {

  private static final ModelRequest REQUEST =
      new ModelRequest("g0c0", "", List.of(Turn.user("Hello.")), 64);

  @Test
  void aBlockedPromptIsAFilteredAnswer() {
    String body = "{\"promptFeedback\":{\"blockReason\":\"PROHIBITED_CONTENT\"}}";
    try (Bench bench = Bench.once(Wire.GEMINI, false, Answers.json(body))) {
      ModelOutcome outcome = bench.model.ask(REQUEST);
      assertThat(outcome.<Ending>match(a -> a.reply().ending(), f -> null))
          .isEqualTo(Ending.FILTERED);
    }
  }

  @Test
  void theDelayWithinAnErrorIsHonoured() {
    String body =
        "{\"error\":{\"code\":429,\"message\":\"You exceeded your current quota\","
            + "\"status\":\"RESOURCE_EXHAUSTED\",\"details\":[{\"@type\":\"x/RetryInfo\","
            + "\"retryDelay\":\"37.5s\"}]}}";
    try (Bench bench =
        Bench.patient(
            Wire.GEMINI,
            Answers.status(429, "", body),
            Wire.GEMINI.answer(Canned.saying("fine"), false))) {
      assertThat(bench.model.ask(REQUEST)).isInstanceOf(ModelOutcome.Answered.class);
      assertThat(bench.waits).containsExactly(Duration.ofMillis(37_500));
    }
  }

  @Test
  void aWrongKeyIsNoBadRequest() {
    String body =
        "{\"error\":{\"code\":400,\"message\":\"API key not valid. Please pass a valid API key.\","
            + "\"status\":\"INVALID_ARGUMENT\",\"details\":[{\"reason\":\"API_KEY_INVALID\"}]}}";
    try (Bench bench = Bench.once(Wire.GEMINI, false, Answers.status(400, "", body))) {
      ModelOutcome outcome = bench.model.ask(REQUEST);
      assertThat(outcome.<Kind>match(a -> null, f -> f.failure().kind())).isEqualTo(Kind.BAD_KEY);
    }
  }
}
