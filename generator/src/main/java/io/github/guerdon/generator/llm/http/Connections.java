package io.github.guerdon.generator.llm.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.guerdon.generator.llm.Secret;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Connections to one server, kept open between calls. */
public final class Connections {

  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(15);

  private final HttpClient client;
  private final Duration deadline;
  private final Duration idle;
  private final Optional<Secret> key;

  private Connections(HttpClient client, Duration deadline, Duration idle, Optional<Secret> key) {
    this.client = client;
    this.deadline = deadline;
    this.idle = idle;
    this.key = key;
  }

  /**
   * Prepares connections; none is opened yet.
   *
   * @param deadline the longest time of an exchange, from connecting to the last byte
   * @param idle the longest silence within a streamed answer
   * @param key masked in whatever is said about trouble; without one, no credentials are sent
   */
  public static Connections prepare(Duration deadline, Duration idle, Optional<Secret> key) {
    HttpClient client =
        HttpClient.newBuilder()
            // Local servers choke on the upgrade to HTTP/2 that the default asks for.
            .version(HttpClient.Version.HTTP_1_1)
            // A redirect would carry the key to whoever the answer names.
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(LONGEST_CONNECT)
            .build();
    return new Connections(client, deadline, idle, key);
  }

  /**
   * Returns what sends one request.
   *
   * @param watcher sees each JSON object of the answer before LangChain4j does
   */
  public Exchange exchange(Consumer<? super JsonNode> watcher) {
    return new Exchange(client, deadline, idle, key, watcher);
  }
}
