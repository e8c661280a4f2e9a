package io.github.guerdon.cli;

import io.github.guerdon.sandbox.Sandbox;
import io.github.guerdon.sandbox.training.SandboxSettings;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Option;

/** How rewards are kept apart from the machine, the same for each command that runs one. */
final class SandboxOptions {

  @Option(
      names = "--allow-weak-sandbox",
      description =
          "Run rewards even where the kernel seals no process (sandbox level 0): then only for rewards that you trust as your own code.")
  private boolean weak;

  /** Opens a sandbox; where rewards cannot be sealed it runs none unless the user allowed that. */
  Sandbox open(UnaryOperator<SandboxSettings> settings) {
    return Sandbox.open(settings.apply(SandboxSettings.defaults()).withWeakAllowed(weak));
  }

  /** Says how well rewards are sealed: {@code sandbox: level 3: namespaces and …}. */
  static String sentence(Sandbox sandbox) {
    return "sandbox: " + sandbox.sandboxProof().get(0);
  }
}
