package io.github.guerdon.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.guerdon.sandbox.nn.Activation;
import io.github.guerdon.sandbox.nn.KernelBench;
import io.github.guerdon.sandbox.nn.NetworkSpec;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the learner's arithmetic. */
@Command(
    name = "kernel",
    description = {
      "Measure what one sample of an update takes: forward pass, PPO's loss, backward pass, limit of the norm, Adam.",
      "One thread, the best of many passes over 2,048 samples; bin/bench_kernel_torch.py puts PyTorch beside it."
    })
final class BenchKernelCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Option(
      names = "--observation",
      defaultValue = "17",
      paramLabel = "N",
      description = "Numbers of an observation; default: ${DEFAULT-VALUE}.")
  private int observation;

  @Option(
      names = "--action",
      defaultValue = "6",
      paramLabel = "N",
      description = "Numbers of an action; default: ${DEFAULT-VALUE}.")
  private int action;

  @Option(
      names = "--hidden",
      defaultValue = "64,64",
      split = ",",
      paramLabel = "N",
      description = "Widths of the hidden layers; default: ${DEFAULT-VALUE}.")
  private List<Integer> hidden = List.of();

  @Option(
      names = "--mini-batch",
      defaultValue = "64,128",
      split = ",",
      paramLabel = "N",
      description = "Samples of a gradient step; default: ${DEFAULT-VALUE}.")
  private List<Integer> miniBatches = List.of();

  @Option(
      names = "--passes",
      defaultValue = "200",
      paramLabel = "N",
      description = "Passes over the samples; default: ${DEFAULT-VALUE}.")
  private int passes;

  @Option(names = "--json", description = "One JSON object a mini-batch.")
  private boolean json;

  @Spec private CommandSpec spec;

  BenchKernelCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (passes < 1 || miniBatches.stream().anyMatch(size -> size < 1)) {
      throw new ParameterException(
          spec.commandLine(), "--passes and --mini-batch must be positive.");
    }
    KernelBench.run(shape(), miniBatches, passes, System::nanoTime).forEach(this::print);
    return ExitCode.DONE.code();
  }

  private NetworkSpec shape() {
    try {
      return new NetworkSpec(observation, action, hidden, Activation.TANH, 0);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), Failures.text(e), e);
    }
  }

  private void print(KernelBench.Figures figures) {
    if (json) {
      ObjectNode node = Json.object().put("bench", "kernel");
      node.put("observation", observation).put("action", action);
      hidden.forEach(node.putArray("hidden")::add);
      node.put("mini_batch", figures.miniBatch())
          .put("us_per_sample", figures.microsecondsPerSample());
      terminal.print(Json.line(node));
    } else {
      terminal.print(
          String.format(
              Locale.ROOT,
              "%d -> %s -> %d, mini-batch %d: %.2f µs a sample",
              observation,
              hidden,
              action,
              figures.miniBatch(),
              figures.microsecondsPerSample()));
    }
  }
}
