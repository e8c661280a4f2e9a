package io.github.guerdon.generator.llm.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Reads one JSON object and nothing else. */
final class StrictJson {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          // The text of a broken answer belongs in no message.
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  private StrictJson() {}

  /**
   * Reads an object.
   *
   * @throws TroubleException if the text is none
   */
  static JsonNode object(String text) {
    try {
      JsonNode node = MAPPER.readTree(text);
      if (!node.isObject()) {
        throw malformed("it is " + node.getNodeType() + ", not an object");
      }
      return node;
    } catch (JsonProcessingException e) {
      throw malformed(e.getOriginalMessage());
    }
  }

  private static TroubleException malformed(String why) {
    return new TroubleException(
        Trouble.of(Trouble.Kind.MALFORMED, "the answer is no JSON object: " + why));
  }
}
