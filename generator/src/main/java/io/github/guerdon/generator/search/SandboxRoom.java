package io.github.guerdon.generator.search;

import io.github.guerdon.env.Score;
import io.github.guerdon.env.Task;
import io.github.guerdon.generator.report.RobustnessCard;
import io.github.guerdon.reward.slot.RewardProgram;
import io.github.guerdon.sandbox.Sandbox;
import io.github.guerdon.sandbox.record.PolicyFile;
import io.github.guerdon.sandbox.training.Job;
import io.github.guerdon.sandbox.training.Outcome;
import io.github.guerdon.sandbox.training.ProbeResult;
import io.github.guerdon.sandbox.training.TrainingListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The real room: trains one task in a sandbox. */
public final class SandboxRoom implements TrainingRoom {

  private static final int MOST_PROBES = 3;

  private final Sandbox sandbox;
  private final Task task;

  private final Cancellation cancellation;

  /** Makes a room; the sandbox stays the caller's. */
  public SandboxRoom(Sandbox sandbox, Task task, Cancellation cancellation) {
    this.sandbox = sandbox;
    this.task = task;
    this.cancellation = cancellation;
  }

  @Override
  public ProbeResult probe(RewardProgram program) {
    ProbeResult result = sandbox.probe(task, program);
    for (int attempt = 1; attempt < MOST_PROBES && killed(result); attempt++) {
      result = sandbox.probe(task, program);
    }
    return result;
  }

  /** A process that was killed from outside says nothing of the reward, unless it always is. */
  private static boolean killed(ProbeResult result) {
    return result.match(
        passed -> false, failed -> failed.outcome().equals(ProbeResult.Failed.KILLED));
  }

  @Override
  public Score random(long seed) {
    return RandomPolicy.measure(task, seed);
  }

  @Override
  public Optional<RobustnessCard> robustness(Path policy, int episodes, long seed) {
    try {
      return Robustness.measure(
          task, PolicyFile.read(policy), episodes, seed, tried -> {}, cancellation::cancelled);
    } catch (IOException e) {
      throw new UncheckedIOException(policy + " cannot be read; check the disk", e);
    }
  }

  @Override
  public List<Outcome> train(List<Order> orders, TrainingListener listener) {
    List<Job> jobs = orders.stream().map(this::job).toList();
    return cancellation.interruptibly(() -> sandbox.train(jobs, listener)).orElse(List.of());
  }

  private Job job(Order order) {
    return new Job(
        order.id(),
        task,
        order.program(),
        order.seed(),
        order.settings(),
        order.directory(),
        order.settings().deadline(),
        order.until());
  }
}
