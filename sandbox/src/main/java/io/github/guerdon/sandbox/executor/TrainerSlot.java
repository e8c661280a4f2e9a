package io.github.guerdon.sandbox.executor;

import io.github.guerdon.env.Task;
import io.github.guerdon.reward.slot.RewardProgram;
import io.github.guerdon.sandbox.record.TrainingRecords;
import io.github.guerdon.sandbox.training.CrashCause;
import io.github.guerdon.sandbox.training.Job;
import io.github.guerdon.sandbox.training.Outcome;
import io.github.guerdon.sandbox.training.ProbeResult;
import io.github.guerdon.sandbox.training.SandboxException;
import io.github.guerdon.sandbox.training.SandboxSettings;
import io.github.guerdon.sandbox.training.TrainingListener.Progress;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A place for one trainer: a new one is started whenever it is needed and none lives. */
final class TrainerSlot implements AutoCloseable {

  /** So often it is looked whether a probe or a training is late. */
  private static final Duration LOOK = Duration.ofMillis(500);

  private static final int MOST_STARTS = 3;

  private final SandboxSettings settings;
  private final ProbeLimit limit;
  private final ScheduledExecutorService watchdog;
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile @Nullable TrainerProcess trainer;
  private volatile @Nullable ProcessHandle last;

  TrainerSlot(SandboxSettings settings, ScheduledExecutorService watchdog) {
    this(settings, watchdog, ProbeLimit.USUAL);
  }

  TrainerSlot(SandboxSettings settings, ScheduledExecutorService watchdog, ProbeLimit limit) {
    this.settings = settings;
    this.limit = limit;
    this.watchdog = watchdog;
  }

  /** Returns the process that was started last, ready or not. */
  Optional<ProcessHandle> process() {
    return Optional.ofNullable(last);
  }

  /** Returns the living trainer, started now if need be. */
  TrainerProcess trainer() {
    TrainerProcess current = trainer;
    if (current == null || !current.isAlive()) {
      current = start();
      trainer = current;
      if (closed.get()) {
        current.close(); // closed while it started
      }
    }
    if (closed.get()) {
      throw new SandboxException("the sandbox is closed");
    }
    return current;
  }

  /** Starts a trainer, and another one if somebody kills it at once. */
  private TrainerProcess start() {
    for (int attempt = 1; ; attempt++) {
      try {
        return TrainerProcess.start(
            settings.threads(), settings.weakAllowed(), started -> last = started);
      } catch (TrainerProcess.KilledException e) {
        if (attempt == MOST_STARTS || closed.get() || Thread.currentThread().isInterrupted()) {
          throw new SandboxException(e.getMessage() == null ? e.toString() : e.getMessage(), e);
        }
      }
    }
  }

  /** Trains a job, or kills the trainer at the job's deadline. */
  Outcome train(Job job, Consumer<Progress> listener) {
    TrainerProcess process = trainer();
    AtomicBoolean late = new AtomicBoolean();
    TrainingLimit training = new TrainingLimit(job.deadline());
    // Nobody is late before the deadline, and what is short is looked at soon.
    ScheduledFuture<?> watch =
        watch(
            process,
            process::processorTimeWithCells,
            job.deadline(),
            (used, passed) -> {
              boolean over = training.late(used, passed);
              late.compareAndSet(false, over);
              return over;
            });
    long step = 0;
    try {
      process.send(Message.Type.JOB, to -> JobCodec.write(job, to));
      while (true) {
        Message message = process.receive();
        switch (message.type()) {
          case PROGRESS -> {
            Progress progress = OutcomeCodec.readProgress(job.id(), message.payload());
            step = progress.step();
            listener.accept(progress);
          }
          case OUTCOME -> {
            return outcome(job, message);
          }
          default -> throw unable(message);
        }
      }
    } catch (IOException e) {
      process.close();
      if (closed.get()) {
        throw new SandboxException("the sandbox was closed during job " + job.id(), e);
      }
      if (late.get()) {
        return new Outcome.TimedOut(job.id(), job.deadline(), step);
      }
      CrashCause cause = process.wasKilled() ? CrashCause.KILLED : CrashCause.NATIVE;
      return new Outcome.Crashed(job.id(), cause, "the trainer ended by " + process.end(), step);
    } finally {
      watch.cancel(false);
    }
  }

  private static Outcome outcome(Job job, Message message) throws IOException {
    Optional<Outcome> failed = OutcomeCodec.read(job.id(), message.payload());
    return failed.isPresent() ? failed.get() : recorded(job);
  }

  private static Outcome recorded(Job job) {
    try {
      return new TrainingRecords(job.directory())
          .find(job)
          .orElseThrow(
              () -> new SandboxException(job.directory() + " lacks the result of job " + job.id()));
    } catch (IOException e) {
      throw new SandboxException("the result cannot be read: " + e.getMessage(), e);
    }
  }

  /** Probes a reward. */
  ProbeResult probe(Task task, RewardProgram program, double discount) {
    TrainerProcess process = trainer();
    AtomicReference<Optional<String>> late = new AtomicReference<>(Optional.empty());
    ScheduledFuture<?> watch =
        watch(
            process,
            process::processorTime,
            LOOK,
            (used, passed) -> {
              Optional<String> why = limit.late(used, passed);
              if (why.isPresent()) {
                late.set(why);
              }
              return why.isPresent();
            });
    try {
      process.send(
          Message.Type.PROBE,
          to -> {
            task.write(to);
            program.write(to);
            to.writeDouble(discount);
          });
      Message message = process.receive();
      if (message.type() != Message.Type.PROBED) {
        throw unable(message);
      }
      return OutcomeCodec.readProbe(message.payload());
    } catch (IOException e) {
      process.close();
      Optional<String> why = Objects.requireNonNull(late.get());
      if (why.isPresent()) {
        return new ProbeResult.Failed("TIMEOUT", why.get());
      }
      String end = "a trainer ended during a probe by " + process.end();
      if (process.wasKilled() && !closed.get()) {
        return new ProbeResult.Failed(ProbeResult.Failed.KILLED, end);
      }
      throw new SandboxException(end, e);
    } finally {
      watch.cancel(false);
    }
  }

  private SandboxException unable(Message message) throws IOException {
    return new SandboxException(
        message.type() == Message.Type.UNABLE
            ? message.payload().readUTF()
            : "a trainer sent " + message.type() + " unasked");
  }

  /**
   * Looks again and again whether a trainer is late, and kills it then.
   *
   * @param processorTime what counts of it
   * @param first when it is looked for the first time
   * @param late is given the processor time used since now, and the time that passed
   */
  private ScheduledFuture<?> watch(
      TrainerProcess process,
      Supplier<Optional<Duration>> processorTime,
      Duration first,
      BiPredicate<Optional<Duration>, Duration> late) {
    Optional<Duration> before = processorTime.get();
    long began = System.nanoTime();
    return watchdog.scheduleWithFixedDelay(
        () -> {
          Optional<Duration> used = processorTime.get().flatMap(now -> before.map(now::minus));
          if (late.test(used, Duration.ofNanos(System.nanoTime() - began))) {
            process.kill();
          }
        },
        first.toMillis(),
        LOOK.toMillis(),
        TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    closed.set(true);
    TrainerProcess current = trainer;
    if (current != null) {
      current.close();
    }
  }

  /** Ends a running trainer but keeps the place. */
  void stop() {
    TrainerProcess current = trainer;
    if (current != null) {
      current.close();
    }
  }
}
