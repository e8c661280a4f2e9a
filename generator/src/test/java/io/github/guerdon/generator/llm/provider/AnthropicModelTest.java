package io.github.guerdon.generator.llm.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.generator.llm.TokenUsage;
import io.github.guerdon.generator.llm.stub.StubServer;
import io.github.guerdon.generator.llm.stub.Wire;

final class AnthropicModelTest extends ProviderContract {

  AnthropicModelTest() {
    super(Wire.ANTHROPIC);
  }

  @Override
  TokenUsage told(TokenUsage usage) {
    return new TokenUsage(usage.input(), usage.cachedInput(), usage.output(), 0);
  }

  @Override
  void checkRequest(StubServer.Received request, boolean streamed) {
    assertThat(request.path()).isEqualTo("/v1/messages");
    assertThat(request.headers()).containsEntry("x-api-key", Bench.KEY);
    assertThat(request.headers()).doesNotContainKey("upgrade");
    assertThat(request.body()).contains("\"max_tokens\" : 64").doesNotContain("temperature");
    if (streamed) {
      assertThat(request.body()).contains("\"stream\" : true");
    }
  }
}
