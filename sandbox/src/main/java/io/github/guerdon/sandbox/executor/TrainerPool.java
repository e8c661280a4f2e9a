package io.github.guerdon.sandbox.executor;

import io.github.guerdon.env.Task;
import io.github.guerdon.reward.slot.RewardProgram;
import io.github.guerdon.sandbox.training.Job;
import io.github.guerdon.sandbox.training.Outcome;
import io.github.guerdon.sandbox.training.ProbeResult;
import io.github.guerdon.sandbox.training.SandboxSettings;
import io.github.guerdon.sandbox.training.TrainingListener;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;

/** The trainers of a sandbox: places that whoever has work takes and gives back. */
public final class TrainerPool implements AutoCloseable {

  private final List<TrainerSlot> slots;
  private final BlockingQueue<TrainerSlot> idle;
  private final ScheduledExecutorService watchdog;

  /** Makes the places; no trainer is started yet. */
  public TrainerPool(SandboxSettings settings) {
    ScheduledExecutorService alarms =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "trainer-deadlines");
              thread.setDaemon(true);
              return thread;
            });
    watchdog = alarms;
    slots =
        Stream.generate(() -> new TrainerSlot(settings, alarms))
            .limit(settings.trainers())
            .toList();
    idle = new LinkedBlockingQueue<>(slots);
  }

  /** Trains jobs; see {@link io.github.guerdon.sandbox.Sandbox#train}. */
  public List<Outcome> train(List<Job> jobs, TrainingListener listener) {
    return new Campaign(this, jobs, listener).run(slots.size());
  }

  /** Probes a reward; see {@link io.github.guerdon.sandbox.Sandbox#probe}. */
  public ProbeResult probe(Task task, RewardProgram program, double discount) {
    TrainerSlot slot = take();
    try {
      return slot.probe(task, program, discount);
    } finally {
      giveBack(slot);
    }
  }

  /** Returns how well the reward processes are sealed. */
  public int sandboxLevel() {
    TrainerSlot slot = take();
    try {
      return slot.trainer().sandboxLevel();
    } finally {
      giveBack(slot);
    }
  }

  /** Returns the proof of the level, a phrase each. */
  public List<String> sandboxProof() {
    TrainerSlot slot = take();
    try {
      return slot.trainer().sandboxProof();
    } finally {
      giveBack(slot);
    }
  }

  /** Returns the trainers' processes, ready or not. */
  public List<ProcessHandle> processes() {
    return slots.stream().flatMap(slot -> slot.process().stream()).toList();
  }

  /** Waits for an idle place. */
  TrainerSlot take() {
    try {
      return idle.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while waiting for a trainer");
    }
  }

  void giveBack(TrainerSlot slot) {
    idle.add(slot);
  }

  /** Kills all trainers. */
  @Override
  public void close() {
    slots.forEach(TrainerSlot::close);
    watchdog.shutdownNow();
  }
}
