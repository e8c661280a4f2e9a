package io.github.guerdon.generator.llm.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.guerdon.generator.llm.CallFailure;
import io.github.guerdon.generator.llm.ModelOutcome;
import io.github.guerdon.generator.llm.ModelReply;
import io.github.guerdon.generator.llm.ModelRequest;
import io.github.guerdon.generator.llm.ModelSettings;
import io.github.guerdon.generator.llm.Provider;
import io.github.guerdon.generator.llm.Turn;
import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A recorded call as JSON, format 1, and back. */
final class CallJson {

  static final int FORMAT = 1;

  private CallJson() {}

  static ObjectNode write(RecordedCall call) {
    ObjectNode node = object();
    node.put("format", FORMAT);
    node.put("label", call.request().label());
    node.put("hash", call.hash());
    node.put("name", call.name());
    node.set("settings", settings(call.settings()));
    node.set("request", request(call.request()));
    node.put("estimated_input", call.estimatedInput());
    call.outcome()
        .ifPresent(
            outcome ->
                outcome.match(
                    answered -> node.set("answer", reply(answered.reply())),
                    failed -> node.set("failure", failure(failed.failure()))));
    call.money().ifPresent(money -> node.put("usd", money));
    return node;
  }

  /**
   * Reads a call of this format.
   *
   * @throws IllegalArgumentException if it is none; names the key
   */
  static RecordedCall read(JsonNode root) {
    StrictObject node = new StrictObject("", root);
    node.integer("format");
    RecordedCall call =
        new RecordedCall(
            request(node.text("label"), node.object("request")),
            node.text("hash"),
            node.text("name"),
            settings(node.object("settings")),
            node.count("estimated_input"),
            outcome(node),
            node.findDecimal("usd"));
    node.end();
    return call;
  }

  private static ObjectNode settings(ModelSettings settings) {
    ObjectNode node = object();
    node.put("provider", settings.provider().label());
    node.put("model", settings.model());
    settings.baseUrl().ifPresent(url -> node.put("base_url", url.toString()));
    node.put("max_output_tokens", settings.maxOutputTokens());
    settings.temperature().ifPresent(value -> node.put("temperature", value));
    node.put("streaming", settings.streaming());
    node.put("deadline", settings.deadline().toString());
    node.put("idle", settings.idle().toString());
    return node;
  }

  private static ModelSettings settings(StrictObject node) {
    ModelSettings settings =
        new ModelSettings(
            node.one(Provider.class, "provider"),
            node.text("model"),
            node.has("base_url")
                ? Optional.of(URI.create(node.text("base_url")))
                : Optional.empty(),
            node.integer("max_output_tokens"),
            node.has("temperature")
                ? OptionalDouble.of(node.number("temperature"))
                : OptionalDouble.empty(),
            node.flag("streaming"),
            duration(node, "deadline"),
            duration(node, "idle"));
    node.end();
    return settings;
  }

  private static Duration duration(StrictObject node, String key) {
    try {
      return Duration.parse(node.text(key));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(node.path(key) + " must be a time such as PT2M", e);
    }
  }

  private static ObjectNode request(ModelRequest request) {
    ObjectNode node = object();
    node.put("system", request.system());
    ArrayNode turns = node.putArray("turns");
    for (Turn turn : request.turns()) {
      turns.addObject().put("role", Names.of(turn.role())).put("text", turn.text());
    }
    node.put("max_output_tokens", request.maxOutputTokens());
    return node;
  }

  private static ModelRequest request(String label, StrictObject node) {
    List<Turn> turns = new ArrayList<>();
    for (JsonNode child : node.value("turns")) {
      StrictObject turn = new StrictObject(node.path("turns"), child);
      turns.add(new Turn(turn.one(Turn.Role.class, "role"), turn.text("text")));
      turn.end();
    }
    ModelRequest request =
        new ModelRequest(label, node.text("system"), turns, node.integer("max_output_tokens"));
    node.end();
    return request;
  }

  private static Optional<ModelOutcome> outcome(StrictObject node) {
    if (node.has("answer") && node.has("failure")) {
      throw new IllegalArgumentException("answer and failure exclude each other");
    }
    if (node.has("answer")) {
      return Optional.of(new ModelOutcome.Answered(reply(node.object("answer"))));
    }
    return node.has("failure")
        ? Optional.of(new ModelOutcome.Failed(failure(node.object("failure"))))
        : Optional.empty();
  }

  private static ObjectNode reply(ModelReply reply) {
    ObjectNode node = object();
    node.put("text", reply.text());
    node.put("thinking", reply.thinking());
    node.put("ending", Names.of(reply.ending()));
    node.set("usage", SpendJson.write(reply.usage()));
    node.put("model", reply.model());
    node.put("seconds", reply.seconds());
    node.put("attempts", reply.attempts());
    return node;
  }

  private static ModelReply reply(StrictObject node) {
    ModelReply reply =
        new ModelReply(
            node.text("text"),
            node.text("thinking"),
            node.one(ModelReply.Ending.class, "ending"),
            SpendJson.usage(node.object("usage")),
            node.text("model"),
            node.number("seconds"),
            node.integer("attempts"));
    node.end();
    return reply;
  }

  private static ObjectNode failure(CallFailure failure) {
    ObjectNode node = object();
    node.put("kind", Names.of(failure.kind()));
    node.put("message", failure.message());
    node.put("attempts", failure.attempts());
    return node;
  }

  private static CallFailure failure(StrictObject node) {
    CallFailure failure =
        new CallFailure(
            node.one(CallFailure.Kind.class, "kind"),
            node.text("message"),
            node.integer("attempts"));
    node.end();
    return failure;
  }

  private static ObjectNode object() {
    return JsonFiles.object();
  }
}
