package io.github.guerdon.generator.llm.provider;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import io.github.guerdon.generator.llm.Provider;
import io.github.guerdon.generator.llm.TokenUsage;
import org.jspecify.annotations.Nullable;

/** How LangChain4j speaks to a provider; a model is built for each attempt. */
interface Dialect {

  /** Returns a model that answers in one piece. */
  ChatModel whole(Wiring wiring);

  /** Returns a model that streams. */
  StreamingChatModel streamed(Wiring wiring);

  /** Returns what a provider's counts mean. */
  TokenUsage usage(dev.langchain4j.model.output.TokenUsage usage);

  /** Returns a provider's dialect. */
  static Dialect of(Provider provider) {
    return switch (provider) {
      case OPENAI -> new OpenAiDialect();
      case ANTHROPIC -> new AnthropicDialect();
      case GEMINI -> new GeminiDialect();
      case OLLAMA -> new OllamaDialect();
      case MISTRAL -> new MistralDialect();
    };
  }

  /**
   * Puts counts in order, for a server may send anything: none is below 0, no part is too large.
   */
  static TokenUsage counts(long input, long cached, long output, long thinking) {
    long in = Math.max(0, input);
    long out = Math.max(0, output);
    return new TokenUsage(
        in, Math.max(0, Math.min(cached, in)), out, Math.max(0, Math.min(thinking, out)));
  }

  /** Returns a count; 0 if there is none. */
  static long count(@Nullable Integer value) {
    return value == null ? 0 : value;
  }
}
