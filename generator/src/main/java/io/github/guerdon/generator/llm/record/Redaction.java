package io.github.guerdon.generator.llm.record;

import io.github.guerdon.generator.llm.CallFailure;
import io.github.guerdon.generator.llm.ModelOutcome;
import io.github.guerdon.generator.llm.ModelReply;
import io.github.guerdon.generator.llm.ModelRequest;
import io.github.guerdon.generator.llm.ModelSettings;
import io.github.guerdon.generator.llm.Secret;
import io.github.guerdon.generator.llm.Turn;
import java.net.URI;
import java.util.Optional;

/** Masks keys in every text of a call. */
final class Redaction {

  private final Optional<Secret> key;

  Redaction(Optional<Secret> key) {
    this.key = key;
  }

  String of(String text) {
    return key.map(secret -> secret.redact(text)).orElse(text);
  }

  ModelRequest of(ModelRequest request) {
    return new ModelRequest(
        request.label(),
        of(request.system()),
        request.turns().stream().map(turn -> new Turn(turn.role(), of(turn.text()))).toList(),
        request.maxOutputTokens());
  }

  ModelSettings of(ModelSettings settings) {
    return new ModelSettings(
        settings.provider(),
        of(settings.model()),
        settings.baseUrl().map(url -> URI.create(of(url.toString()))),
        settings.maxOutputTokens(),
        settings.temperature(),
        settings.streaming(),
        settings.deadline(),
        settings.idle());
  }

  ModelOutcome of(ModelOutcome outcome) {
    return outcome.match(
        answered -> new ModelOutcome.Answered(of(answered.reply())),
        failed -> new ModelOutcome.Failed(of(failed.failure())));
  }

  private ModelReply of(ModelReply reply) {
    return new ModelReply(
        of(reply.text()),
        of(reply.thinking()),
        reply.ending(),
        reply.usage(),
        of(reply.model()),
        reply.seconds(),
        reply.attempts());
  }

  private CallFailure of(CallFailure failure) {
    return new CallFailure(failure.kind(), of(failure.message()), failure.attempts());
  }
}
