package io.github.guerdon.generator.llm.provider;

import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.anthropic.AnthropicTokenUsage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import io.github.guerdon.generator.llm.TokenUsage;

/**
 * Messages: what was written to the cache or read from it is not part of the reported input, so it
 * is added; thinking is part of the output and not told apart.
 */
final class AnthropicDialect implements Dialect {

  @Override
  public ChatModel whole(Wiring wiring) {
    return AnthropicChatModel.builder()
        .httpClientBuilder(wiring.http())
        .baseUrl(wiring.address())
        .apiKey(wiring.keyOrFiller())
        .modelName(wiring.settings().model())
        .temperature(wiring.temperature())
        .maxTokens(wiring.maxOutputTokens())
        .returnThinking(true)
        .maxRetries(0)
        .build();
  }

  @Override
  public StreamingChatModel streamed(Wiring wiring) {
    return AnthropicStreamingChatModel.builder()
        .httpClientBuilder(wiring.http())
        .baseUrl(wiring.address())
        .apiKey(wiring.keyOrFiller())
        .modelName(wiring.settings().model())
        .temperature(wiring.temperature())
        .maxTokens(wiring.maxOutputTokens())
        .returnThinking(true)
        .build();
  }

  @Override
  public TokenUsage usage(dev.langchain4j.model.output.TokenUsage usage) {
    long written = 0;
    long cached = 0;
    if (usage instanceof AnthropicTokenUsage own) {
      written = Dialect.count(own.cacheCreationInputTokens());
      cached = Dialect.count(own.cacheReadInputTokens());
    }
    return Dialect.counts(
        Dialect.count(usage.inputTokenCount()) + written + cached,
        cached,
        Dialect.count(usage.outputTokenCount()),
        0);
  }
}
