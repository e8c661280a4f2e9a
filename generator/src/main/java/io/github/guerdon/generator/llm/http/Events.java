package io.github.guerdon.generator.llm.http;

import dev.langchain4j.http.client.sse.ServerSentEvent;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes events of a stream's lines.
 *
 * <p>LangChain4j's own parsers are not used: they swallow what a listener throws, and an answer
 * that cannot be read would pass for an empty one.
 */
final class Events {

  private final boolean serverSent;
  private final Consumer<ServerSentEvent> sink;
  private final StringBuilder data = new StringBuilder();
  private @Nullable String name;

  private Events(boolean serverSent, Consumer<ServerSentEvent> sink) {
    this.serverSent = serverSent;
    this.sink = sink;
  }

  /** Returns a reader for a stream of this content type; empty if that is no stream. */
  static Optional<Events> of(String contentType, Consumer<ServerSentEvent> sink) {
    return switch (media(contentType)) {
      case "text/event-stream" -> Optional.of(new Events(true, sink));
      case "application/x-ndjson", "application/ndjson", "application/jsonl" ->
          Optional.of(new Events(false, sink));
      default -> Optional.empty();
    };
  }

  /** Returns a content type without its parameters. */
  static String media(String contentType) {
    return contentType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
  }

  void line(String line) {
    if (serverSent) {
      serverSent(line);
    } else if (!line.isBlank()) {
      sink.accept(new ServerSentEvent(null, line));
    }
  }

  private void serverSent(String line) {
    if (line.isEmpty()) {
      end();
    } else if (line.startsWith("event:")) {
      name = line.substring("event:".length()).strip();
    } else if (line.startsWith("data:")) {
      data.append(data.isEmpty() ? "" : "\n").append(line.substring("data:".length()).strip());
    }
  }

  /** Ends the open event, if there is one. */
  void end() {
    if (!data.isEmpty()) {
      ServerSentEvent event = new ServerSentEvent(name, data.toString());
      data.setLength(0);
      name = null;
      sink.accept(event);
    }
  }
}
