package io.github.guerdon.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.guerdon.generator.analysis.fault.Finding;

/** JSON lines for machines; their schema stands in {@code docs/cli.md}. */
final class Json {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static ObjectNode event(String name) {
    return object().put("event", name);
  }

  static ObjectNode finding(Finding finding) {
    return object()
        .put("fault", finding.fault().name())
        .put("term", finding.term())
        .put("evidence", finding.evidence())
        .put("suggestion", finding.suggestion());
  }

  static JsonNode parse(String line) throws JsonProcessingException {
    return MAPPER.readTree(line);
  }

  static String line(ObjectNode node) {
    try {
      return MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values is always JSON", e);
    }
  }
}
