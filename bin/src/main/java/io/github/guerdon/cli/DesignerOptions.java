package io.github.guerdon.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that choose who writes the rewards. */
final class DesignerOptions {

  static final String OFFLINE = "offline";

  @Option(
      names = "--designer",
      paramLabel = "NAME",
      description = {
        "Who writes the rewards; default: offline (built in, needs no key and no network).",
        "openai, anthropic, gemini, ollama, mistral: a language model, chosen by --model; openai also for any compatible server, with --base-url.",
        "replay:RUN: what the model of an earlier run answered, without a network."
      })
  private @Nullable String name;

  @Mixin ModelOptions model = new ModelOptions();

  @Option(
      names = "--prompts",
      paramLabel = "DIR",
      description = "Your own prompt texts: a file there replaces the built-in one of its name.")
  @Nullable Path prompts;

  @Option(
      names = "--prices",
      paramLabel = "FILE",
      description = "Your own table of prices; default: the built-in one, which says its date.")
  @Nullable Path prices;

  /** Returns whether none was given but what a resumed run is to be told again. */
  boolean none() {
    return name == null && model.nothingButAddress() && prompts == null && prices == null;
  }

  String name() {
    return name == null ? OFFLINE : name;
  }
}
