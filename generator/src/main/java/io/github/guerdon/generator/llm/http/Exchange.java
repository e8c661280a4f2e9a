package io.github.guerdon.generator.llm.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.CancellationUnsupportedHandle;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import io.github.guerdon.generator.llm.Secret;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;

/**
 * Sends one request and reads its answer, on the calling thread: that thread's interrupt breaks it
 * off, and its deadline holds for the body as for the headers.
 *
 * <p>What goes wrong is thrown as a {@link TroubleException} and can be asked for afterwards,
 * whatever LangChain4j made of the exception.
 */
public final class Exchange implements HttpClient {

  private static final int LARGEST_BODY = 8 << 20;
  private static final int LARGEST_ERROR = 64 << 10;
  private static final Set<String> CREDENTIALS =
      Set.of("authorization", "x-api-key", "x-goog-api-key");

  private final java.net.http.HttpClient client;
  private final Duration deadline;
  private final Duration idle;
  private final Optional<Secret> key;
  private final Consumer<? super JsonNode> watcher;
  private final AtomicBoolean used = new AtomicBoolean();
  private Optional<Trouble> trouble = Optional.empty();
  private long end;

  Exchange(
      java.net.http.HttpClient client,
      Duration deadline,
      Duration idle,
      Optional<Secret> key,
      Consumer<? super JsonNode> watcher) {
    this.client = client;
    this.deadline = deadline;
    this.idle = idle;
    this.key = key;
    this.watcher = watcher;
  }

  /** Returns a builder that answers with this exchange. */
  public HttpClientBuilder builder() {
    return new ExchangeBuilder(this, deadline);
  }

  /** Returns whether a request was begun. */
  public boolean begun() {
    return used.get();
  }

  /** Returns what went wrong, if something did. */
  public Optional<Trouble> trouble() {
    return trouble;
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    return guarded(
        () -> {
          HttpResponse<BodyPipe> response = open(request);
          try (BodyPipe body = response.body()) {
            String type = contentType(response);
            String media = Events.media(type);
            if (!type.isEmpty() && !media.endsWith("/json") && !media.endsWith("+json")) {
              throw wrongType(type, "application/json");
            }
            Whole whole = new Whole();
            drain(body, LARGEST_BODY, false, whole::add);
            String text = whole.text();
            watch(text);
            return answer(response.statusCode(), text);
          }
        });
  }

  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    boolean complete =
        guarded(
            () -> {
              HttpResponse<BodyPipe> response = open(request);
              try (BodyPipe body = response.body()) {
                listener.onOpen(answer(response.statusCode(), ""));
                stream(response, body, listener);
                return true;
              }
            });
    if (complete) {
      listener.onClose();
    }
  }

  private void stream(
      HttpResponse<BodyPipe> response, BodyPipe body, ServerSentEventListener listener) {
    String type = contentType(response);
    ServerSentEventContext context =
        new ServerSentEventContext(new CancellationUnsupportedHandle());
    Consumer<ServerSentEvent> sink =
        event -> {
          if (!event.data().equals("[DONE]")) {
            watch(event.data());
          }
          listener.onEvent(event, context);
        };
    Events events = Events.of(type, sink).orElseThrow(() -> wrongType(type, "text/event-stream"));
    Lines lines = new Lines(events::line);
    drain(body, LARGEST_BODY, true, lines::add);
    lines.end();
    events.end();
  }

  /** Sends the request and waits for the headers of a successful answer. */
  private HttpResponse<BodyPipe> open(HttpRequest request) {
    if (used.getAndSet(true)) {
      throw new IllegalStateException("an exchange sends one request, this is the second");
    }
    // The network keeps real time, so no other clock would do here.
    end = System.nanoTime() + deadline.toNanos();
    CompletableFuture<HttpResponse<BodyPipe>> sent =
        client.sendAsync(translate(request), info -> new BodyPipe());
    HttpResponse<BodyPipe> response = await(sent);
    if (response.statusCode() < 200 || response.statusCode() > 299) {
      throw refusal(response);
    }
    return response;
  }

  private HttpResponse<BodyPipe> await(CompletableFuture<HttpResponse<BodyPipe>> sent) {
    try {
      return sent.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      giveUp(sent);
      throw late();
    } catch (InterruptedException e) {
      giveUp(sent);
      throw interrupted();
    } catch (ExecutionException e) {
      throw new TroubleException(unconnected(e));
    }
  }

  private static void giveUp(CompletableFuture<HttpResponse<BodyPipe>> sent) {
    // The headers may have come in that moment: then nobody else would close the body.
    if (!sent.cancel(true) && !sent.isCompletedExceptionally()) {
      sent.join().body().close();
    }
  }

  private java.net.http.HttpRequest translate(HttpRequest request) {
    java.net.http.HttpRequest.Builder builder =
        java.net.http.HttpRequest.newBuilder()
            .uri(address(request.url()))
            .method(request.method().name(), body(request));
    for (Map.Entry<String, List<String>> header : request.headers().entrySet()) {
      boolean secret = CREDENTIALS.contains(header.getKey().toLowerCase(Locale.ROOT));
      if (key.isPresent() || !secret) {
        header.getValue().forEach(value -> builder.header(header.getKey(), value));
      }
    }
    return builder.build();
  }

  private static java.net.http.HttpRequest.BodyPublisher body(HttpRequest request) {
    String body = request.body();
    return body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
  }

  private static URI address(String url) {
    try {
      return URI.create(url);
    } catch (IllegalArgumentException e) {
      throw new TroubleException(
          Trouble.of(Trouble.Kind.BAD_ADDRESS, "\"" + url + "\" is no address"));
    }
  }

  /** Reads a body to its end, within the deadline, the limit of silence and that of size. */
  private void drain(BodyPipe body, int most, boolean streamed, Consumer<ByteBuffer> sink) {
    long left = most;
    BodyPipe.Part part = next(body, streamed);
    while (!(part instanceof BodyPipe.End)) {
      if (part instanceof BodyPipe.Broken broken) {
        throw new TroubleException(
            Trouble.of(
                Trouble.Kind.BROKEN, "the connection broke off within the answer: " + why(broken)));
      }
      if (part instanceof BodyPipe.Bytes bytes) {
        left -= bytes.bytes().remaining();
        if (left < 0) {
          throw new TroubleException(
              Trouble.of(Trouble.Kind.MALFORMED, "the answer is larger than " + most + " bytes"));
        }
        sink.accept(bytes.bytes());
      }
      part = next(body, streamed);
    }
  }

  private BodyPipe.Part next(BodyPipe body, boolean streamed) {
    long left = end - System.nanoTime();
    long patience = streamed ? Math.min(left, idle.toNanos()) : left;
    try {
      BodyPipe.Part part = body.next(patience);
      if (part != null) {
        return part;
      }
    } catch (InterruptedException e) {
      throw interrupted();
    }
    throw patience < left
        ? new TroubleException(
            Trouble.of(Trouble.Kind.IDLE, "the stream was silent for " + seconds(idle) + " s"))
        : late();
  }

  private TroubleException refusal(HttpResponse<BodyPipe> response) {
    Whole whole = new Whole();
    Optional<String> retryAfter = response.headers().firstValue("Retry-After");
    String moved =
        response
            .headers()
            .firstValue("Location")
            .map(place -> "it redirects to " + place)
            .orElse("");
    try (BodyPipe body = response.body()) {
      drain(body, LARGEST_ERROR, false, whole::add);
    } catch (TroubleException e) {
      // The status says enough; only being told to stop is worth more.
      if (e.trouble().kind() == Trouble.Kind.INTERRUPTED) {
        return e;
      }
    }
    String text = moved.isEmpty() ? whole.lenient() : moved;
    return new TroubleException(
        new Trouble(Trouble.Kind.REFUSED, response.statusCode(), text, retryAfter));
  }

  /** Checks the syntax and looks for an error that comes with the status of a success. */
  private void watch(String text) {
    JsonNode node = StrictJson.object(text);
    JsonNode error = node.path("error");
    if (error.isObject() || (error.isTextual() && !error.textValue().isBlank())) {
      throw new TroubleException(new Trouble(Trouble.Kind.REFUSED, 200, text, Optional.empty()));
    }
    watcher.accept(node);
  }

  private static SuccessfulHttpResponse answer(int status, String text) {
    return SuccessfulHttpResponse.builder()
        .statusCode(status)
        .headers(Map.of("Content-Type", List.of("application/json")))
        .body(text)
        .build();
  }

  private static String contentType(HttpResponse<BodyPipe> response) {
    return response.headers().firstValue("Content-Type").orElse("");
  }

  private TroubleException wrongType(String type, String wanted) {
    return new TroubleException(
        Trouble.of(
            Trouble.Kind.MALFORMED,
            "the answer's content type is \"" + type + "\", must be " + wanted));
  }

  private TroubleException late() {
    return new TroubleException(
        Trouble.of(
            Trouble.Kind.DEADLINE, "there was no whole answer within " + seconds(deadline) + " s"));
  }

  private static TroubleException interrupted() {
    Thread.currentThread().interrupt();
    return new TroubleException(Trouble.of(Trouble.Kind.INTERRUPTED, "the call was broken off"));
  }

  private static Trouble unconnected(ExecutionException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    boolean never =
        cause instanceof ConnectException
            || cause instanceof UnknownHostException
            || cause instanceof HttpConnectTimeoutException
            || cause instanceof SSLException;
    Throwable root = cause;
    while (root.getCause() instanceof IOException deeper) {
      root = deeper;
    }
    String name = root.getClass().getSimpleName();
    String why = root.getMessage() == null ? name : name + ", " + root.getMessage();
    return Trouble.of(never ? Trouble.Kind.NOT_CONNECTED : Trouble.Kind.BROKEN, why);
  }

  private static String why(BodyPipe.Broken broken) {
    String message = broken.cause().getMessage();
    return message == null ? broken.cause().getClass().getSimpleName() : message;
  }

  private static String seconds(Duration duration) {
    return String.valueOf(duration.toMillis() / 1000.0);
  }

  /** Keeps the trouble with the key masked, for LangChain4j wraps or drops exceptions. */
  private <T> T guarded(Supplier<T> work) {
    try {
      return work.get();
    } catch (TroubleException e) {
      Trouble plain = e.trouble();
      Trouble masked =
          new Trouble(
              plain.kind(),
              plain.status(),
              key.map(secret -> secret.redact(plain.text())).orElse(plain.text()),
              plain.retryAfter());
      trouble = Optional.of(masked);
      throw new TroubleException(masked);
    }
  }
}
