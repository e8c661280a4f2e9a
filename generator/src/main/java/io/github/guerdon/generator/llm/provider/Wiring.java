package io.github.guerdon.generator.llm.provider;

import dev.langchain4j.http.client.HttpClientBuilder;
import io.github.guerdon.generator.llm.ModelSettings;
import io.github.guerdon.generator.llm.Secret;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one attempt is built from.
 *
 * @param http the exchange that sends it
 * @param settings which model, and how
 * @param key the key, if there is one
 * @param maxOutputTokens the most tokens of the answer
 * @param inputTokens tokens of the request, as counted here
 * @param limitName how the limit is called, where that differs
 */
record Wiring(
    HttpClientBuilder http,
    ModelSettings settings,
    Optional<Secret> key,
    int maxOutputTokens,
    long inputTokens,
    LimitName limitName) {

  /** Returns the address without a slash at its end. */
  String address() {
    return settings.address().toString().replaceFirst("/+$", "");
  }

  /** Returns the key, or a filler that the exchange drops: some builders insist on one. */
  String keyOrFiller() {
    return key.map(Secret::reveal).orElse("none");
  }

  /** Returns the temperature; null, and so not sent, unless the user set it. */
  @Nullable Double temperature() {
    return settings.temperature().isPresent() ? settings.temperature().getAsDouble() : null;
  }
}
