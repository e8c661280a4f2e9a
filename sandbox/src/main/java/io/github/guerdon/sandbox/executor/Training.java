package io.github.guerdon.sandbox.executor;

import io.github.guerdon.env.Score;
import io.github.guerdon.env.Tape;
import io.github.guerdon.sandbox.cell.CellFailure;
import io.github.guerdon.sandbox.cell.CellLauncher;
import io.github.guerdon.sandbox.ppo.Divergence;
import io.github.guerdon.sandbox.ppo.Learned;
import io.github.guerdon.sandbox.ppo.LearnerUpdate;
import io.github.guerdon.sandbox.ppo.Measurement;
import io.github.guerdon.sandbox.ppo.Ppo;
import io.github.guerdon.sandbox.ppo.Randomness;
import io.github.guerdon.sandbox.record.MetricsLog;
import io.github.guerdon.sandbox.record.PolicyFile;
import io.github.guerdon.sandbox.record.TensorBoardLog;
import io.github.guerdon.sandbox.record.TrainingCheckpoint;
import io.github.guerdon.sandbox.record.TrainingIdentity;
import io.github.guerdon.sandbox.record.TrainingRecords;
import io.github.guerdon.sandbox.training.CrashCause;
import io.github.guerdon.sandbox.training.Job;
import io.github.guerdon.sandbox.training.Outcome;
import io.github.guerdon.sandbox.training.TrainingListener.Progress;
import io.github.guerdon.sandbox.training.TrainingResult;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** One job from its begin to its records. */
final class Training {

  private static final double NANOS = 1e9;

  /** Seldom enough to cost nothing, often enough to lose little. */
  private static final double CHECKPOINT_SECONDS = 5;

  private final Job job;
  private final CellLauncher launcher;
  private final int threads;
  private final LongSupplier nanoTime;
  private final Clock clock;
  private final Consumer<Progress> listener;
  private final long begun;
  private double secondsBefore; // of the training's earlier part, before it was cut off
  private double kept; // when the last checkpoint was made, in seconds
  private long step;

  Training(
      Job job,
      CellLauncher launcher,
      int threads,
      LongSupplier nanoTime,
      Clock clock,
      Consumer<Progress> listener) {
    this.job = job;
    this.launcher = launcher;
    this.threads = threads;
    this.nanoTime = nanoTime;
    this.clock = clock;
    this.listener = listener;
    begun = nanoTime.getAsLong();
  }

  /** Trains, measures and records. */
  Outcome run() throws IOException {
    TrainingRecords records = new TrainingRecords(job.directory());
    records.begin(job);
    Outcome outcome;
    try {
      outcome = train(records);
    } catch (Divergence e) {
      outcome = e.of(job.id());
    } catch (CellFailure e) {
      outcome = failure(job.id(), e, step);
    }
    records.end(TrainingIdentity.of(job), outcome);
    return outcome;
  }

  /** Goes on from a checkpoint if there is one, else begins. */
  private Outcome train(TrainingRecords records) throws IOException, CellFailure, Divergence {
    Optional<DataInputStream> checkpoint =
        TrainingCheckpoint.find(records.checkpoint(), TrainingIdentity.of(job));
    try {
      return train(records, checkpoint);
    } catch (UnusableCheckpoint e) {
      Files.delete(records.checkpoint());
      secondsBefore = 0;
      kept = 0;
      step = 0;
      return train(records);
    }
  }

  private Outcome train(TrainingRecords records, Optional<DataInputStream> checkpoint)
      throws IOException, CellFailure, Divergence, UnusableCheckpoint {
    Learned learned;
    boolean over;
    long seed = job.seed();
    try (CellWorlds worlds =
            CellWorlds.open(
                job.task(),
                job.program(),
                job.settings().discount(),
                job.settings().worlds(),
                threads,
                Randomness.derive(seed, "worlds", 0),
                launcher);
        Ppo ppo = new Ppo(worlds, job.settings(), seed, threads);
        MetricsLog log = open(records, ppo, checkpoint);
        TensorBoardLog board = board(checkpoint.isPresent())) {
      ppo.learn(
          job.until(),
          update -> {
            log.write(update, seconds());
            board.write(update, seconds());
            hear(update);
            keepInTime(records, ppo);
          });
      over = ppo.over();
      learned = ppo.learned();
      if (over) {
        learned.curve().forEach(board::write);
      } else {
        keep(records, ppo);
      }
    }
    if (!over) {
      return new Outcome.Paused(job.id(), learned.steps(), learned.standings(), learned.curve());
    }
    double trained = seconds();
    Score score =
        Measurement.score(
            job.task(),
            learned.policy(),
            job.settings().evaluationEpisodes(),
            threads,
            Randomness.derive(seed, "measurement", 0));
    PolicyFile.write(records.policy(), learned.policy(), origin());
    return new Outcome.Completed(
        job.id(),
        new TrainingResult(
            score,
            learned.curve(),
            learned.terms(),
            learned.steps(),
            seconds(),
            learned.steps() / trained,
            learned.ownReturn(),
            learned.policy().step(),
            learned.blownUpEpisodes(),
            learned.episodes(),
            learned.standings()));
  }

  /** Puts the learner where the checkpoint says, and opens its metrics there. */
  private MetricsLog open(TrainingRecords records, Ppo ppo, Optional<DataInputStream> checkpoint)
      throws IOException, UnusableCheckpoint {
    if (checkpoint.isEmpty()) {
      return MetricsLog.begin(records.metrics());
    }
    DataInputStream in = checkpoint.get();
    try {
      step = in.readLong();
      secondsBefore = in.readDouble();
      ppo.pass(Tape.replaying(in));
    } catch (IOException | IllegalArgumentException e) {
      throw new UnusableCheckpoint(e);
    }
    kept = seconds();
    return MetricsLog.goOn(records.metrics(), step);
  }

  private TensorBoardLog board(boolean goesOn) throws IOException {
    return goesOn
        ? TensorBoardLog.goOn(job.directory(), clock, step)
        : TensorBoardLog.begin(job.directory(), clock);
  }

  /** Makes a checkpoint if the last one is old. */
  private void keepInTime(TrainingRecords records, Ppo ppo) {
    if (!ppo.over() && seconds() - kept >= CHECKPOINT_SECONDS) {
      keep(records, ppo);
    }
  }

  private void keep(TrainingRecords records, Ppo ppo) {
    try {
      TrainingCheckpoint.write(
          records.checkpoint(),
          TrainingIdentity.of(job),
          out -> {
            out.writeLong(step);
            out.writeDouble(seconds());
            ppo.pass(Tape.recording(out));
          });
    } catch (IOException e) {
      throw new UncheckedIOException("no checkpoint can be written", e);
    }
    kept = seconds();
  }

  /** A checkpoint whose frame is sound and that yet does not fit its training. */
  private static final class UnusableCheckpoint extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableCheckpoint(Throwable cause) {
      super(cause);
    }
  }

  private void hear(LearnerUpdate update) {
    step = update.step();
    listener.accept(new Progress(job.id(), step, step / seconds(), update.ownReturn()));
  }

  private double seconds() {
    return secondsBefore + Math.max(1, nanoTime.getAsLong() - begun) / NANOS;
  }

  private Map<String, String> origin() {
    Map<String, String> origin = new LinkedHashMap<>();
    origin.put("training", TrainingIdentity.of(job));
    origin.put("task", job.task().description().name());
    origin.put("task_identity", job.task().identity());
    origin.put("seed", Long.toString(job.seed()));
    origin.put("settings", job.settings().toString());
    return origin;
  }

  /** Returns the outcome that a cell's failure means. */
  static Outcome failure(String job, CellFailure failure, long step) {
    CellFailure.Cause cause = failure.cause();
    if (cause instanceof CellFailure.Timeout timeout) {
      return new Outcome.TimedOut(job, timeout.after(), step);
    }
    CrashCause crash = CrashCause.valueOf(cause.word());
    return new Outcome.Crashed(job, crash, String.valueOf(failure.getMessage()), step);
  }
}
