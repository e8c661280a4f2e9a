package io.github.guerdon.generator.llm.provider;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.model.output.FinishReason;
import io.github.guerdon.generator.llm.ModelReply.Ending;
import io.github.guerdon.generator.llm.Provider;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what LangChain4j drops of an answer: the provider's own word for its end, some thinking.
 */
final class Notes implements Consumer<JsonNode> {

  // OpenRouter's and newer vLLM's field; LangChain4j knows `reasoning_content` only.
  private static final List<String> REASONING =
      List.of("/choices/0/message/reasoning", "/choices/0/delta/reasoning");

  private static final Set<String> CUT =
      Set.of("length", "max_tokens", "model_length", "model_context_window_exceeded");
  private static final Set<String> FILTERS =
      Set.of(
          "content_filter",
          "refusal",
          "safety",
          "recitation",
          "blocklist",
          "prohibited_content",
          "spii",
          "language",
          "image_safety");

  private final List<String> ends;
  private final StringBuilder reasoning = new StringBuilder();
  private String end = "";
  private boolean blocked;

  Notes(Provider provider) {
    // Where each format says why an answer ended, in one piece and streamed.
    this.ends =
        switch (provider) {
          case OPENAI, MISTRAL -> List.of("/choices/0/finish_reason");
          case ANTHROPIC -> List.of("/stop_reason", "/delta/stop_reason");
          case GEMINI -> List.of("/candidates/0/finishReason", "/promptFeedback/blockReason");
          case OLLAMA -> List.of("/done_reason");
        };
  }

  @Override
  public void accept(JsonNode node) {
    for (String path : ends) {
      String word = node.at(path).asText("");
      if (!word.isEmpty() && !word.equals("null")) {
        end = word.toLowerCase(Locale.ROOT);
      }
    }
    blocked |= node.at("/promptFeedback/blockReason").isTextual();
    if (end.isEmpty() && node.path("done").asBoolean(false)) {
      end = "stop";
    }
    for (String path : REASONING) {
      reasoning.append(node.at(path).asText(""));
    }
  }

  String reasoning() {
    return reasoning.toString();
  }

  /** Returns whether the provider's filter ended it. */
  boolean filtered() {
    return blocked || FILTERS.contains(end);
  }

  /**
   * Returns why an answer ended; empty if it does not say so where it has to.
   *
   * @param reason what LangChain4j made of it
   * @param mustSay whether silence about the end means that there was none
   */
  Optional<Ending> ending(@Nullable FinishReason reason, boolean mustSay) {
    if (filtered() || reason == FinishReason.CONTENT_FILTER) {
      return Optional.of(Ending.FILTERED);
    }
    if (CUT.contains(end) || reason == FinishReason.LENGTH) {
      return Optional.of(Ending.CUT_OFF);
    }
    boolean silent = end.isEmpty() && reason == null;
    return silent && mustSay ? Optional.empty() : Optional.of(Ending.COMPLETE);
  }
}
