package io.github.guerdon.generator.llm.provider;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import io.github.guerdon.generator.llm.Secret;
import io.github.guerdon.generator.llm.TokenUsage;
import java.util.Map;

/** Ollama's own chat: a call asks for a context that holds it. */
final class OllamaDialect implements Dialect {

  private static final long SMALLEST_CONTEXT = 8_192;

  @Override
  public ChatModel whole(Wiring wiring) {
    return OllamaChatModel.builder()
        .httpClientBuilder(wiring.http())
        .baseUrl(wiring.address())
        .customHeaders(headers(wiring))
        .modelName(wiring.settings().model())
        .temperature(wiring.temperature())
        .numPredict(wiring.maxOutputTokens())
        .numCtx(context(wiring))
        .returnThinking(true)
        .logRequests(false)
        .logResponses(false)
        .maxRetries(0)
        .build();
  }

  @Override
  public StreamingChatModel streamed(Wiring wiring) {
    return OllamaStreamingChatModel.builder()
        .httpClientBuilder(wiring.http())
        .baseUrl(wiring.address())
        .customHeaders(headers(wiring))
        .modelName(wiring.settings().model())
        .temperature(wiring.temperature())
        .numPredict(wiring.maxOutputTokens())
        .numCtx(context(wiring))
        .returnThinking(true)
        .logRequests(false)
        .logResponses(false)
        .build();
  }

  @Override
  public TokenUsage usage(dev.langchain4j.model.output.TokenUsage usage) {
    return Dialect.counts(
        Dialect.count(usage.inputTokenCount()), 0, Dialect.count(usage.outputTokenCount()), 0);
  }

  private static Map<String, String> headers(Wiring wiring) {
    return wiring
        .key()
        .map(Secret::reveal)
        .map(key -> Map.of("Authorization", "Bearer " + key))
        .orElse(Map.of());
  }

  /**
   * Returns a power of two that holds the request and its answer. The server's default is as low as
   * 4,096 and cuts longer prompts off without a word; powers of two spare it from loading the model
   * anew for each length.
   */
  private static int context(Wiring wiring) {
    long needed = wiring.inputTokens() + wiring.maxOutputTokens();
    long context = SMALLEST_CONTEXT;
    while (context < needed && context < 1 << 20) {
      context *= 2;
    }
    return (int) context;
  }
}
