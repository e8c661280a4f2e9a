package io.github.guerdon.generator.llm.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.generator.llm.TokenUsage;
import io.github.guerdon.generator.llm.stub.StubServer;
import io.github.guerdon.generator.llm.stub.Wire;

final class GeminiModelTest extends ProviderContract {

  GeminiModelTest() {
    super(Wire.GEMINI);
  }

  @Override
  TokenUsage told(TokenUsage usage) {
    return usage;
  }

  @Override
  void checkRequest(StubServer.Received request, boolean streamed) {
    assertThat(request.path())
        .isEqualTo(
            streamed
                ? "/v1beta/models/stub-model:streamGenerateContent?alt=sse"
                : "/v1beta/models/stub-model:generateContent");
    assertThat(request.headers()).containsEntry("x-goog-api-key", Bench.KEY);
    assertThat(request.headers()).doesNotContainKey("upgrade");
    assertThat(request.body()).contains("\"maxOutputTokens\" : 64").doesNotContain("temperature");
    if (streamed) {
      assertThat(request.body()).contains("generationConfig");
    }
  }
}
