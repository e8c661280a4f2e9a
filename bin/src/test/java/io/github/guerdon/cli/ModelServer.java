package io.github.guerdon.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;

/**
 * An OpenAI-compatible server on this machine that answers by a function of the request's number
 * and of its last message; it records what it got.
 */
final class ModelServer implements AutoCloseable {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** What it answers: a status, and a text with the reason why it ended. */
  record Answer(int status, String text, String finish) {

    static Answer text(String text) {
      return new Answer(200, text, "stop");
    }

    static Answer java(String code) {
      return text("A thought.\n\n```java\n" + code + "\n```\n");
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final List<JsonNode> requests = Collections.synchronizedList(new ArrayList<>());
  private final List<String> keys = Collections.synchronizedList(new ArrayList<>());

  ModelServer(BiFunction<Integer, String, Answer> answers) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/v1/chat/completions", exchange -> answer(exchange, answers));
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
  }

  /** Returns the requests so far, in the order in which they came. */
  List<JsonNode> requests() {
    synchronized (requests) {
      return List.copyOf(requests);
    }
  }

  /** Returns the authorisation headers so far. */
  List<String> keys() {
    synchronized (keys) {
      return List.copyOf(keys);
    }
  }

  private void answer(HttpExchange exchange, BiFunction<Integer, String, Answer> answers)
      throws IOException {
    JsonNode request = MAPPER.readTree(exchange.getRequestBody().readAllBytes());
    int number;
    synchronized (requests) {
      number = requests.size();
      requests.add(request);
      keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
    }
    JsonNode messages = request.path("messages");
    Answer answer =
        answers.apply(number, messages.path(messages.size() - 1).path("content").asText());
    byte[] body = body(answer).toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(answer.status(), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static ObjectNode body(Answer answer) {
    ObjectNode body = MAPPER.createObjectNode();
    if (answer.status() != 200) {
      body.putObject("error").put("message", answer.text());
      return body;
    }
    body.put("id", "c").put("object", "chat.completion").put("created", 1).put("model", "stub-1");
    ObjectNode choice = body.putArray("choices").addObject().put("index", 0);
    choice.putObject("message").put("role", "assistant").put("content", answer.text());
    choice.put("finish_reason", answer.finish());
    body.putObject("usage")
        .put("prompt_tokens", 1_000)
        .put("completion_tokens", 100)
        .put("total_tokens", 1_100);
    return body;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
