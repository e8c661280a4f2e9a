package io.github.guerdon.generator.llm.provider;

import io.github.guerdon.generator.llm.CallFailure.Kind;
import io.github.guerdon.generator.llm.ModelSettings;
import io.github.guerdon.generator.llm.Provider;
import io.github.guerdon.generator.llm.http.Trouble;
import io.github.guerdon.generator.llm.provider.Diagnosis.Billed;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Says what trouble with a provider means, and which setting helps. */
final class Doctor {

  private static final List<String> TOO_LONG =
      List.of(
          "context_length_exceeded",
          "context length",
          "context window",
          "context size",
          "maximum context",
          "prompt is too long",
          "request_too_large",
          "input token count");
  private static final List<String> NO_CREDIT =
      List.of("insufficient_quota", "credit balance", "insufficient credits", "billing_error");
  private static final List<String> WRONG_KEY =
      List.of("api key not valid", "api_key_invalid", "invalid api key", "authentication_error");
  private static final List<String> NO_MODEL =
      List.of("model_not_found", "invalid_model", "invalid model", "not_found_error");
  private static final List<String> SLOW_DOWN =
      List.of("rate_limit", "rate limit", " resource_exhausted ");

  private final ModelSettings settings;
  private final boolean keyGiven;
  private final InstantSource clock;

  Doctor(ModelSettings settings, boolean keyGiven, InstantSource clock) {
    this.settings = settings;
    this.keyGiven = keyGiven;
    this.clock = clock;
  }

  /** Says what trouble means. */
  Diagnosis diagnose(Trouble trouble) {
    String who = who();
    return switch (trouble.kind()) {
      case BAD_ADDRESS ->
          Diagnosis.of(
              Kind.UNKNOWN_MODEL,
              trouble.text() + "; change --model or --base-url",
              Billed.NOTHING);
      case NOT_CONNECTED ->
          Diagnosis.of(
              Kind.UNREACHABLE,
              "no connection to "
                  + who
                  + " ("
                  + trouble.text()
                  + "); start the server, or change --base-url",
              Billed.NOTHING);
      case BROKEN ->
          Diagnosis.of(
              Kind.UNREACHABLE,
              "the connection to " + who + " broke off (" + trouble.text() + ")",
              Billed.PERHAPS);
      case DEADLINE, IDLE ->
          Diagnosis.of(
              Kind.TIMED_OUT,
              who + ": " + trouble.text() + "; a slower model needs a longer limit",
              Billed.PERHAPS);
      case MALFORMED ->
          Diagnosis.of(
              Kind.BAD_ANSWER,
              who + ": " + trouble.text() + "; if it stays so, check --base-url",
              Billed.PERHAPS);
      case INTERRUPTED -> Diagnosis.of(Kind.CANCELLED, "the call was broken off", Billed.PERHAPS);
      case REFUSED -> refused(trouble);
    };
  }

  private Diagnosis refused(Trouble trouble) {
    ErrorBody body = ErrorBody.of(trouble.text());
    // An error within a stream comes with the status of a success and tells its own.
    boolean within = trouble.status() == 200;
    int status = within ? body.status() : trouble.status();
    Kind kind = kind(status, body);
    String said = body.message().isEmpty() ? "" : ", \"" + body.message() + "\"";
    String code = within && body.status() == 0 ? "an error" : "status " + status;
    Optional<Duration> wait =
        trouble
            .retryAfter()
            .or(body::retryDelay)
            .flatMap(text -> RetryAfter.parse(text, clock.instant()));
    boolean billable = within || status >= 500;
    return new Diagnosis(
        kind,
        who() + " answers with " + code + said + advice(kind, status),
        billable ? Billed.PERHAPS : Billed.NOTHING,
        wait);
  }

  private Kind kind(int status, ErrorBody body) {
    if (status == 402 || (status != 401 && body.says(NO_CREDIT))) {
      return Kind.QUOTA;
    }
    if (status == 401 || status == 403 || (status < 500 && body.says(WRONG_KEY))) {
      return Kind.BAD_KEY;
    }
    if (status == 429 || (status == 0 && body.says(SLOW_DOWN))) {
      return Kind.RATE_LIMITED;
    }
    if (status == 404 || (status < 500 && body.says(NO_MODEL))) {
      return Kind.UNKNOWN_MODEL;
    }
    if (status == 413 || (status < 500 && body.says(TOO_LONG))) {
      return Kind.CONTEXT_TOO_LONG;
    }
    if (status == 408) {
      return Kind.TIMED_OUT;
    }
    boolean client = status >= 300 && status < 500 && status != 409 && status != 425;
    boolean saidSo = status == 0 && body.says(List.of("invalid_request"));
    return client || saidSo ? Kind.BAD_REQUEST : Kind.SERVER_ERROR;
  }

  private String advice(Kind kind, int status) {
    String variables = String.join(" or ", settings.provider().keyVariables());
    return switch (kind) {
      case BAD_KEY ->
          keyGiven
              ? "; the key is wrong or may not use this model: set " + variables
              : "; there is no key: set " + variables;
      case UNKNOWN_MODEL ->
          "; model \""
              + settings.model()
              + "\" must exist at "
              + settings.address()
              + ": change --model or --base-url";
      case BAD_REQUEST ->
          status < 400
              ? "; redirects are not followed: change --base-url"
              : "; change --model, --temperature or --max-tokens, whichever it names";
      case CONTEXT_TOO_LONG ->
          "; choose a --model with a longer context, or a smaller --max-tokens";
      case QUOTA -> "; the account has no credit left: nothing is tried again";
      default -> "";
    };
  }

  /** Returns whom this is about: {@code openai (api.openai.com)}. */
  String who() {
    Provider provider = settings.provider();
    int port = settings.address().getPort();
    String host = settings.address().getHost() + (port < 0 ? "" : ":" + port);
    return provider.label() + " (" + host + ")";
  }
}
