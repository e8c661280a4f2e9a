package io.github.guerdon.generator.llm.provider;

import io.github.guerdon.generator.llm.AttemptBudget;
import io.github.guerdon.generator.llm.CallFailure;
import io.github.guerdon.generator.llm.LanguageModel;
import io.github.guerdon.generator.llm.ModelOutcome;
import io.github.guerdon.generator.llm.ModelReply;
import io.github.guerdon.generator.llm.ModelReply.Ending;
import io.github.guerdon.generator.llm.ModelRequest;
import io.github.guerdon.generator.llm.ModelSettings;
import io.github.guerdon.generator.llm.RetryPolicy;
import io.github.guerdon.generator.llm.Secret;
import io.github.guerdon.generator.llm.Turn;
import io.github.guerdon.generator.llm.provider.Checkup.Finding;
import io.github.guerdon.generator.llm.provider.Checkup.Probe;
import io.github.guerdon.generator.llm.provider.Checkup.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** One examination of a model, counting its requests. */
final class Examination {

  // Enough for a short thought before the word.
  private static final int ROOM = 1_024;
  private static final String WORD = "amber";
  private static final double TEMPERATURE = 0.5;

  private final ModelSettings settings;
  private final Optional<Secret> key;
  private final AttemptBudget budget;
  private final Seams seams;
  private final List<Finding> findings = new ArrayList<>();
  private int calls;

  Examination(ModelSettings settings, Optional<Secret> key, AttemptBudget budget, Seams seams) {
    this.settings = settings;
    this.key = key;
    this.budget = budget;
    this.seams = seams;
  }

  Checkup run(Set<Probe> further) {
    ModelSettings plain =
        new ModelSettings(
            settings.provider(),
            settings.model(),
            settings.baseUrl(),
            settings.maxOutputTokens(),
            OptionalDouble.empty(),
            false,
            settings.deadline(),
            settings.idle());
    Optional<CallFailure> failure =
        ask(plain, "doctor-basic")
            .match(
                answered -> {
                  basic(answered.reply());
                  return Optional.<CallFailure>empty();
                },
                failed -> {
                  add("reachable", Status.FAILS, failed.failure().message());
                  return Optional.of(failed.failure());
                });
    if (failure.isEmpty()) {
      limits(further);
      probe(
          further.contains(Probe.SAMPLING),
          "sampling",
          "temperature " + TEMPERATURE,
          plain.withTemperature(TEMPERATURE));
      probe(further.contains(Probe.STREAMING), "streaming", "streaming", plain.withStreaming(true));
    }
    return new Checkup(findings, calls, failure);
  }

  private void basic(ModelReply reply) {
    add("reachable", Status.WORKS, settings.address() + " answers");
    add("model", Status.WORKS, reply.model());
    add(
        "latency",
        Status.WORKS,
        String.format(
            Locale.ROOT,
            "%.2f s for %d tokens in and %d out",
            reply.seconds(),
            reply.usage().input(),
            reply.usage().output()));
    add("system prompt", systemPrompt(reply), seen(reply));
    boolean thinks = !reply.thinking().isEmpty() || reply.usage().thinking() > 0;
    add(
        "thinking",
        thinks ? Status.WORKS : Status.UNKNOWN,
        thinks
            ? reply.usage().thinking() + " tokens, " + reply.thinking().length() + " characters"
            : "none was told, which providers also do of a model that thinks");
  }

  /** Only the system prompt names the word. */
  private static Status systemPrompt(ModelReply reply) {
    if (reply.text().toLowerCase(Locale.ROOT).contains(WORD)) {
      return Status.WORKS;
    }
    return reply.ending() == Ending.COMPLETE ? Status.FAILS : Status.UNKNOWN;
  }

  private static String seen(ModelReply reply) {
    String line = reply.text().replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    String shown = line.length() > 60 ? line.substring(0, 60) + " …" : line;
    return "it names a word, the answer is \"" + shown + "\" (" + reply.ending() + ")";
  }

  private void limits(Set<Probe> further) {
    if (!further.contains(Probe.LIMITS)) {
      add("limits", Status.UNKNOWN, "not asked for");
      return;
    }
    Optional<AttemptBudget.Reservation> place = budget.reserve(1, 1);
    if (place.isEmpty()) {
      add("limits", Status.UNKNOWN, budget.left());
      return;
    }
    calls++;
    place.get().free();
    String told = Limits.ask(settings, key);
    add(
        "limits",
        told.isEmpty() ? Status.UNKNOWN : Status.WORKS,
        told.isEmpty() ? "not told" : told);
  }

  private void probe(boolean wanted, String name, String what, ModelSettings changed) {
    if (!wanted) {
      add(name, Status.UNKNOWN, "not asked for");
      return;
    }
    ask(changed, "doctor-" + name)
        .match(
            answered -> add(name, Status.WORKS, what + " is accepted"),
            failed -> add(name, Status.FAILS, failed.failure().message()));
  }

  private ModelOutcome ask(ModelSettings with, String label) {
    LanguageModel model = Models.open(with, key, RetryPolicy.never(), budget, seams);
    var outcome =
        model.ask(
            new ModelRequest(
                label,
                "Whatever the user writes, answer with the single word " + WORD + ".",
                List.of(Turn.user("Hello.")),
                ROOM));
    calls += outcome.match(answered -> answered.reply().attempts(), f -> f.failure().attempts());
    return outcome;
  }

  private boolean add(String name, Status status, String text) {
    return findings.add(new Finding(name, status, text));
  }
}
