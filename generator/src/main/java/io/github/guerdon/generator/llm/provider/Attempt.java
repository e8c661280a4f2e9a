package io.github.guerdon.generator.llm.provider;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.github.guerdon.generator.llm.CallFailure.Kind;
import io.github.guerdon.generator.llm.ModelReply.Ending;
import io.github.guerdon.generator.llm.ModelRequest;
import io.github.guerdon.generator.llm.ModelSettings;
import io.github.guerdon.generator.llm.Secret;
import io.github.guerdon.generator.llm.TokenUsage;
import io.github.guerdon.generator.llm.http.Exchange;
import io.github.guerdon.generator.llm.http.Trouble;
import io.github.guerdon.generator.llm.provider.Diagnosis.Billed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** Sends a request once and says how that ended. */
final class Attempt {

  /** How an attempt ended. */
  sealed interface Result {}

  /**
   * There is an answer.
   *
   * @param usage empty if the provider did not tell
   */
  record Got(String text, String thinking, Ending ending, Optional<TokenUsage> usage, String model)
      implements Result {}

  /** There is none. */
  record Lost(Diagnosis diagnosis) implements Result {}

  private final Dialect dialect;
  private final ModelSettings settings;
  private final Optional<Secret> key;
  private final Doctor doctor;

  Attempt(Dialect dialect, ModelSettings settings, Optional<Secret> key, Doctor doctor) {
    this.dialect = dialect;
    this.settings = settings;
    this.key = key;
    this.doctor = doctor;
  }

  /**
   * Sends the request.
   *
   * @param exchange unused so far; its watcher fills the notes
   */
  Result send(
      ModelRequest request, long inputTokens, LimitName name, Exchange exchange, Notes notes) {
    Wiring wiring =
        new Wiring(exchange.builder(), settings, key, request.maxOutputTokens(), inputTokens, name);
    // What LangChain4j throws on an odd answer has no common type, so the call is a task, whose
    // outcome is looked at as a value.
    FutureTask<ChatResponse> task = new FutureTask<>(() -> converse(wiring, request));
    task.run();
    try {
      ChatResponse response = task.get();
      return exchange.trouble().<Result>map(this::lost).orElseGet(() -> read(response, notes));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error fatal) {
        throw fatal;
      }
      return exchange
          .trouble()
          .<Result>map(this::lost)
          .orElseGet(() -> unreadable(e.getCause(), exchange, notes));
    } catch (InterruptedException e) {
      throw new IllegalStateException("a task that has run is not waited for", e);
    }
  }

  private ChatResponse converse(Wiring wiring, ModelRequest request) throws Exception {
    ChatRequest chat = ChatRequest.builder().messages(messages(request)).build();
    if (settings.streaming()) {
      Collector collector = new Collector();
      dialect.streamed(wiring).chat(chat, collector);
      return collector.response();
    }
    return dialect.whole(wiring).chat(chat);
  }

  private static List<ChatMessage> messages(ModelRequest request) {
    List<ChatMessage> messages = new ArrayList<>();
    if (!request.system().isBlank()) {
      messages.add(SystemMessage.from(request.system()));
    }
    request
        .turns()
        .forEach(
            turn ->
                messages.add(
                    switch (turn.role()) {
                      case USER -> UserMessage.from(turn.text());
                      case ASSISTANT -> AiMessage.from(turn.text());
                    }));
    return messages;
  }

  private Result read(ChatResponse response, Notes notes) {
    String thinking = response.aiMessage().thinking();
    dev.langchain4j.model.output.TokenUsage usage = response.metadata().tokenUsage();
    Optional<TokenUsage> counted =
        Optional.ofNullable(usage)
            .map(dialect::usage)
            .filter(tokens -> !tokens.equals(TokenUsage.none()));
    String model = response.metadata().modelName();
    String text = clean(response.aiMessage().text());
    // A stream without an end broke off; neither text nor an end is `{}` in some disguise.
    boolean mustSay = settings.streaming() || text.isEmpty();
    return notes
        .ending(response.metadata().finishReason(), mustSay)
        .<Result>map(
            ending ->
                new Got(
                    text,
                    clean(thinking == null ? notes.reasoning() : thinking),
                    ending,
                    counted,
                    model == null || model.isBlank() ? settings.model() : clean(model)))
        .orElseGet(() -> new Lost(bad("the answer ended without saying that it was complete")));
  }

  /** Makes sense of what LangChain4j threw although the exchange went well. */
  private Result unreadable(@Nullable Throwable cause, Exchange exchange, Notes notes) {
    if (cause instanceof ContentFilteredException || notes.filtered()) {
      // A refusal is an answer: the designer asks differently.
      String refusal = cause instanceof ContentFilteredException ? cause.getMessage() : "";
      return new Got(clean(refusal), "", Ending.FILTERED, Optional.empty(), settings.model());
    }
    String what = cause == null ? "nothing" : cause.getClass().getSimpleName();
    if (!exchange.begun()) {
      String why = cause == null ? "" : ": " + clean(cause.getMessage());
      return new Lost(
          Diagnosis.of(
              Kind.BAD_REQUEST,
              "no request could be built (" + what + why + "); change --model or --base-url",
              Billed.NOTHING));
    }
    return new Lost(bad("the answer is JSON but no reply of this interface (" + what + ")"));
  }

  private Diagnosis bad(String what) {
    return doctor.diagnose(new Trouble(Trouble.Kind.MALFORMED, 0, what, Optional.empty()));
  }

  private Lost lost(Trouble trouble) {
    return new Lost(doctor.diagnose(trouble));
  }

  private String clean(@Nullable String text) {
    String plain = text == null ? "" : text;
    return key.map(secret -> secret.redact(plain)).orElse(plain);
  }
}
