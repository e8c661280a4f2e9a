package io.github.guerdon.generator.llm.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a provider says in a refusal.
 *
 * @param message its sentence, on one line, not too long
 * @param codes its codes and types, in small letters, with spaces around each
 * @param status the status within it, 0 if there is none
 * @param retryDelay how long it asks to wait
 */
record ErrorBody(String message, String codes, int status, Optional<String> retryDelay) {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int LONGEST = 300;

  /** Reads a body of any form. */
  static ErrorBody of(String body) {
    JsonNode root = tree(body);
    // Gemini answers a stream that it refuses with a list.
    JsonNode top = root.isArray() ? root.path(0) : root;
    JsonNode error = top.path("error").isObject() ? top.path("error") : top;
    String message =
        Stream.of(
                error.path("message"),
                top.path("error"),
                top.path("message"),
                top.path("detail"),
                top.at("/detail/0/msg"))
            .filter(JsonNode::isTextual)
            .map(JsonNode::textValue)
            .findFirst()
            .orElse(body);
    String codes =
        Stream.of("code", "type", "status")
            .map(name -> error.path(name).asText(""))
            .collect(Collectors.joining(" ", " ", " "))
            .toLowerCase(Locale.ROOT);
    Optional<String> delay = error.findValuesAsText("retryDelay").stream().findFirst();
    String reasons = String.join(" ", error.findValuesAsText("reason")).toLowerCase(Locale.ROOT);
    return new ErrorBody(oneLine(message), codes + reasons + " ", status(error), delay);
  }

  boolean says(List<String> words) {
    String text = (message + codes).toLowerCase(Locale.ROOT);
    return words.stream().anyMatch(text::contains);
  }

  /** Returns the code if it is an HTTP status: some have numbers of their own there. */
  private static int status(JsonNode error) {
    int code = error.path("code").asInt(0);
    return code >= 300 && code < 600 ? code : 0;
  }

  private static JsonNode tree(String body) {
    try {
      return MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      return MAPPER.missingNode();
    }
  }

  private static String oneLine(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " …";
  }
}
