package io.github.guerdon.generator.llm.provider;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiTokenUsage;
import io.github.guerdon.generator.llm.TokenUsage;

/** Generated contents: thoughts are billed as output but not part of the reported output. */
final class GeminiDialect implements Dialect {

  @Override
  public ChatModel whole(Wiring wiring) {
    return GoogleAiGeminiChatModel.builder()
        .httpClientBuilder(wiring.http())
        .baseUrl(wiring.address())
        .apiKey(wiring.keyOrFiller())
        .modelName(wiring.settings().model())
        .temperature(wiring.temperature())
        .maxOutputTokens(wiring.maxOutputTokens())
        .returnThinking(true)
        .maxRetries(0)
        .build();
  }

  @Override
  public StreamingChatModel streamed(Wiring wiring) {
    return GoogleAiGeminiStreamingChatModel.builder()
        .httpClientBuilder(wiring.http())
        .baseUrl(wiring.address())
        .apiKey(wiring.keyOrFiller())
        .modelName(wiring.settings().model())
        .temperature(wiring.temperature())
        .maxOutputTokens(wiring.maxOutputTokens())
        .returnThinking(true)
        .build();
  }

  @Override
  public TokenUsage usage(dev.langchain4j.model.output.TokenUsage usage) {
    long cached = 0;
    long thinking = 0;
    if (usage instanceof GoogleAiGeminiTokenUsage own) {
      cached = Dialect.count(own.cachedContentTokenCount());
      thinking = Dialect.count(own.thoughtsTokenCount());
    }
    return Dialect.counts(
        Dialect.count(usage.inputTokenCount()),
        cached,
        Dialect.count(usage.outputTokenCount()) + thinking,
        thinking);
  }
}
