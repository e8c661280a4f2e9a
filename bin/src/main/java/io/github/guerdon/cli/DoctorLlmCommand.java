package io.github.guerdon.cli;

import io.github.guerdon.generator.llm.AttemptBudget;
import io.github.guerdon.generator.llm.CallFailure;
import io.github.guerdon.generator.llm.ModelSettings;
import io.github.guerdon.generator.llm.provider.Checkup;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what a language model can do, by asking it. */
@Command(
    name = "llm",
    description = {
      "Ask a language model for one word, and say what works: reachability, the model as returned, limits, sampling parameters, streaming, system prompts, thinking, latency.",
      "Example: guerdon doctor llm openai --model gpt-5-mini"
    })
final class DoctorLlmCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final Keys keys;

  @Parameters(
      paramLabel = "PROVIDER",
      description =
          "openai (also for any compatible server, with --base-url), anthropic, gemini, ollama or mistral.")
  private String provider = "";

  @Mixin private ModelOptions model = new ModelOptions();

  @Option(
      names = "--brief",
      description = "Send one request only; what takes more is reported as unknown.")
  private boolean brief;

  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  DoctorLlmCommand(Terminal terminal, Keys keys) {
    this.terminal = terminal;
    this.keys = keys;
  }

  @Override
  public Integer call() {
    ModelSettings settings = model.settings(provider);
    Set<Checkup.Probe> further = brief ? Set.of() : EnumSet.allOf(Checkup.Probe.class);
    Checkup checkup =
        Checkup.of(
            settings,
            keys.find(settings, model.keyFile),
            AttemptBudget.unlimited(),
            Designers.seams(),
            further);
    checkup.findings().forEach(this::print);
    if (json) {
      terminal.print(Json.line(Json.object().put("requests", checkup.calls())));
    } else {
      terminal.print(checkup.calls() + " request(s) sent");
    }
    return checkup.failure().map(DoctorLlmCommand::exit).orElse(ExitCode.DONE).code();
  }

  private static ExitCode exit(CallFailure failure) {
    return failure.kind().remedy() == CallFailure.Remedy.CHANGE_SETTING
        ? ExitCode.USAGE
        : ExitCode.INFRASTRUCTURE;
  }

  private void print(Checkup.Finding finding) {
    if (json) {
      terminal.print(
          Json.line(
              Json.object()
                  .put("check", finding.name())
                  .put("status", finding.status().name().toLowerCase(Locale.ROOT))
                  .put("found", finding.text())));
    } else {
      String status =
          switch (finding.status()) {
            case WORKS -> "ok";
            case FAILS -> "FAILS";
            case UNKNOWN -> "unknown";
          };
      terminal.print(Text.left(status, 9) + Text.left(finding.name(), 16) + finding.text());
    }
  }
}
