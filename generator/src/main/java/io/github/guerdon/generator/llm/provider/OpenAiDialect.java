package io.github.guerdon.generator.llm.provider;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiTokenUsage;
import io.github.guerdon.generator.llm.TokenUsage;

/** Chat completions: cached tokens are part of the input, thinking is part of the output. */
final class OpenAiDialect implements Dialect {

  @Override
  public ChatModel whole(Wiring wiring) {
    OpenAiChatModel.OpenAiChatModelBuilder builder =
        OpenAiChatModel.builder()
            .httpClientBuilder(wiring.http())
            .baseUrl(wiring.address())
            .apiKey(wiring.keyOrFiller())
            .modelName(wiring.settings().model())
            .temperature(wiring.temperature())
            .returnThinking(true)
            .maxRetries(0);
    return switch (wiring.limitName()) {
      case MAX_TOKENS -> builder.maxTokens(wiring.maxOutputTokens()).build();
      case MAX_COMPLETION_TOKENS -> builder.maxCompletionTokens(wiring.maxOutputTokens()).build();
    };
  }

  @Override
  public StreamingChatModel streamed(Wiring wiring) {
    OpenAiStreamingChatModel.OpenAiStreamingChatModelBuilder builder =
        OpenAiStreamingChatModel.builder()
            .httpClientBuilder(wiring.http())
            .baseUrl(wiring.address())
            .apiKey(wiring.keyOrFiller())
            .modelName(wiring.settings().model())
            .temperature(wiring.temperature())
            .returnThinking(true);
    return switch (wiring.limitName()) {
      case MAX_TOKENS -> builder.maxTokens(wiring.maxOutputTokens()).build();
      case MAX_COMPLETION_TOKENS -> builder.maxCompletionTokens(wiring.maxOutputTokens()).build();
    };
  }

  @Override
  public TokenUsage usage(dev.langchain4j.model.output.TokenUsage usage) {
    long cached = 0;
    long thinking = 0;
    if (usage instanceof OpenAiTokenUsage own) {
      if (own.inputTokensDetails() != null) {
        cached = Dialect.count(own.inputTokensDetails().cachedTokens());
      }
      if (own.outputTokensDetails() != null) {
        thinking = Dialect.count(own.outputTokensDetails().reasoningTokens());
      }
    }
    return Dialect.counts(
        Dialect.count(usage.inputTokenCount()),
        cached,
        Dialect.count(usage.outputTokenCount()),
        thinking);
  }
}
