package io.github.guerdon.generator.llm.provider;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.mistralai.MistralAiChatModel;
import dev.langchain4j.model.mistralai.MistralAiStreamingChatModel;
import io.github.guerdon.generator.llm.TokenUsage;

/** Mistral's chat completions: tells neither cached tokens nor thinking apart. */
final class MistralDialect implements Dialect {

  @Override
  public ChatModel whole(Wiring wiring) {
    return MistralAiChatModel.builder()
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
    return MistralAiStreamingChatModel.builder()
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
    return Dialect.counts(
        Dialect.count(usage.inputTokenCount()), 0, Dialect.count(usage.outputTokenCount()), 0);
  }
}
