package io.github.guerdon.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;

/** Runs the program in this process, as a shell would, without a terminal. */
final class Shell {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Shell() {}

  /** What a command printed and how it ended. */
  record Result(int exit, String out, String err) {

    List<JsonNode> json() {
      return out.lines().map(Result::parse).toList();
    }

    /** Returns the only JSON line with this event. */
    JsonNode event(String name) {
      List<JsonNode> events =
          json().stream().filter(n -> n.path("event").asText().equals(name)).toList();
      if (events.size() != 1) {
        throw new AssertionError(events.size() + " events '" + name + "' in:\n" + out);
      }
      return events.get(0);
    }

    private static JsonNode parse(String line) {
      try {
        return MAPPER.readTree(line);
      } catch (JsonProcessingException e) {
        throw new AssertionError("not JSON: " + line, e);
      }
    }
  }

  static Result run(String... arguments) {
    return run(Map.of("CI", "true"), arguments);
  }

  static Result run(Map<String, String> environment, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit = Main.run(arguments, new PrintWriter(out), new PrintWriter(err), environment, false);
    return new Result(exit, out.toString(), err.toString());
  }
}
