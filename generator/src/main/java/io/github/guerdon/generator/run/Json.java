package io.github.guerdon.generator.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/** Records as JSON and back; numbers keep all their bits. */
public final class Json {

  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private Json() {}

  /** Returns the mapper of all that a run keeps. */
  public static ObjectMapper mapper() {
    return MAPPER;
  }

  /** Returns a record as JSON. */
  public static JsonNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }

  /**
   * Reads a record.
   *
   * @throws IllegalArgumentException if the JSON is not one
   */
  public static <T> T read(JsonNode node, Class<T> type) {
    try {
      return MAPPER.treeToValue(node, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "no " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
    }
  }

  static String line(JsonNode node) {
    return node.toString();
  }

  /** Returns JSON over several lines, with a line end. */
  public static String pretty(JsonNode node) {
    return node.toPrettyString() + "\n";
  }
}
