package io.github.guerdon.generator.llm.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.generator.llm.TokenUsage;
import io.github.guerdon.generator.llm.stub.StubServer;
import io.github.guerdon.generator.llm.stub.Wire;

final class OllamaModelTest extends ProviderContract {

  OllamaModelTest() {
    super(Wire.OLLAMA);
  }

  @Override
  TokenUsage told(TokenUsage usage) {
    return new TokenUsage(usage.input(), 0, usage.output(), 0);
  }

  @Override
  void checkRequest(StubServer.Received request, boolean streamed) {
    assertThat(request.path()).isEqualTo("/api/chat");
    assertThat(request.headers()).containsEntry("authorization", "Bearer " + Bench.KEY);
    assertThat(request.headers()).doesNotContainKey("upgrade");
    assertThat(request.body())
        .contains("\"num_predict\" : 64", "\"num_ctx\" : 8192")
        .doesNotContain("temperature");
    if (streamed) {
      assertThat(request.body()).contains("\"stream\" : true");
    }
  }
}
