package io.github.guerdon.generator.llm.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.langchain4j.http.client.HttpMethod;
import dev.langchain4j.http.client.HttpRequest;
import io.github.guerdon.generator.llm.ModelSettings;
import io.github.guerdon.generator.llm.Secret;
import io.github.guerdon.generator.llm.http.Connections;
import io.github.guerdon.generator.llm.http.TroubleException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks a provider's description of a model for its limits. */
final class Limits {

  // Names of the context's and the output's limit, as providers and servers have them.
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("max_input_tokens", "input"),
          Map.entry("inputTokenLimit", "input"),
          Map.entry("max_context_length", "context"),
          Map.entry("context_length", "context"),
          Map.entry("context_window", "context"),
          Map.entry("max_model_len", "context"),
          Map.entry("n_ctx", "context"),
          Map.entry("n_ctx_train", "trained context"),
          Map.entry("max_tokens", "output"),
          Map.entry("max_completion_tokens", "output"),
          Map.entry("outputTokenLimit", "output"));

  private Limits() {}

  /** Returns what is told, such as {@code context 32768}; empty if nothing is. */
  static String ask(ModelSettings settings, Optional<Secret> key) {
    StringBuilder told = new StringBuilder();
    var exchange =
        Connections.prepare(settings.deadline(), settings.idle(), key)
            .exchange(node -> told.append(read(node, settings.model())));
    try {
      exchange.execute(request(settings, key));
    } catch (TroubleException e) {
      return "";
    }
    return told.toString();
  }

  private static HttpRequest request(ModelSettings settings, Optional<Secret> key) {
    String base = settings.address().toString().replaceFirst("/+$", "");
    HttpRequest.Builder builder = HttpRequest.builder().method(HttpMethod.GET);
    String secret = key.map(Secret::reveal).orElse("none");
    return switch (settings.provider()) {
      case OPENAI ->
          builder.url(base + "/models").addHeader("Authorization", "Bearer " + secret).build();
      case MISTRAL ->
          builder
              .url(base + "/models/" + settings.model())
              .addHeader("Authorization", "Bearer " + secret)
              .build();
      case ANTHROPIC ->
          builder
              .url(base + "/models/" + settings.model())
              .addHeader("x-api-key", secret)
              .addHeader("anthropic-version", "2023-06-01")
              .build();
      case GEMINI ->
          builder
              .url(base + "/models/" + settings.model())
              .addHeader("x-goog-api-key", secret)
              .build();
      case OLLAMA ->
          builder
              .method(HttpMethod.POST)
              .url(base + "/api/show")
              .addHeader("Content-Type", "application/json")
              .addHeader("Authorization", "Bearer " + secret)
              .body(JsonNodeFactory.instance.objectNode().put("model", settings.model()).toString())
              .build();
    };
  }

  private static String read(JsonNode node, String model) {
    Map<String, Long> found = new LinkedHashMap<>();
    collect(entry(node, model), found);
    return found.entrySet().stream()
        .map(limit -> limit.getKey() + " " + limit.getValue())
        .collect(Collectors.joining(", "));
  }

  /** Returns the model's entry in a list; everything, if it is no list. */
  private static JsonNode entry(JsonNode node, String model) {
    if (!node.path("data").isArray()) {
      return node;
    }
    for (JsonNode each : node.path("data")) {
      if (each.path("id").asText("").equals(model)) {
        return each;
      }
    }
    // A server of one model often lists it under another name.
    return node.path("data").size() == 1 ? node.path("data").path(0) : node.path("none");
  }

  private static void collect(JsonNode node, Map<String, Long> found) {
    node.properties()
        .forEach(
            field -> {
              // Ollama puts the architecture before the name: llama.context_length.
              String name = field.getKey().replaceFirst(".*\\.", "");
              String what = NAMES.get(name);
              if (what != null
                  && field.getValue().canConvertToLong()
                  && field.getValue().isNumber()) {
                found.putIfAbsent(what, field.getValue().longValue());
              }
              collect(field.getValue(), found);
            });
  }
}
