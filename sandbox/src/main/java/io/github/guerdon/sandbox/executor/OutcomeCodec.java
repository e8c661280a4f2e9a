package io.github.guerdon.sandbox.executor;

import io.github.guerdon.sandbox.training.CrashCause;
import io.github.guerdon.sandbox.training.Outcome;
import io.github.guerdon.sandbox.training.ProbeEvidence;
import io.github.guerdon.sandbox.training.ProbeResult;
import io.github.guerdon.sandbox.training.TermProbe;
import io.github.guerdon.sandbox.training.TermProbe.Spread;
import io.github.guerdon.sandbox.training.TrainingListener.Progress;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a trainer says, as bytes for its pipe. How a training was completed, or where it paused, is
 * in its records.
 */
final class OutcomeCodec {

  private enum Kind {
    COMPLETED,
    DIVERGED,
    TIMED_OUT,
    CRASHED,
    PAUSED
  }

  private OutcomeCodec() {}

  static void write(Outcome outcome, DataOutput out) throws IOException {
    if (outcome instanceof Outcome.Completed) {
      out.writeUTF(Kind.COMPLETED.name());
    } else if (outcome instanceof Outcome.Diverged diverged) {
      out.writeUTF(Kind.DIVERGED.name());
      out.writeUTF(diverged.term());
      out.writeLong(diverged.step());
      out.writeDouble(diverged.value());
    } else if (outcome instanceof Outcome.TimedOut timedOut) {
      out.writeUTF(Kind.TIMED_OUT.name());
      out.writeLong(timedOut.after().toMillis());
      out.writeLong(timedOut.step());
    } else if (outcome instanceof Outcome.Crashed crashed) {
      out.writeUTF(Kind.CRASHED.name());
      out.writeUTF(crashed.cause().name());
      out.writeUTF(crashed.where());
      out.writeLong(crashed.step());
    } else if (outcome instanceof Outcome.Paused) {
      out.writeUTF(Kind.PAUSED.name());
    }
  }

  /** Reads an outcome; nothing if it stands in the records. */
  static Optional<Outcome> read(String job, DataInput in) throws IOException {
    return switch (Kind.valueOf(in.readUTF())) {
      case COMPLETED, PAUSED -> Optional.empty();
      case DIVERGED ->
          Optional.of(new Outcome.Diverged(job, in.readUTF(), in.readLong(), in.readDouble()));
      case TIMED_OUT ->
          Optional.of(new Outcome.TimedOut(job, Duration.ofMillis(in.readLong()), in.readLong()));
      case CRASHED ->
          Optional.of(
              new Outcome.Crashed(
                  job, CrashCause.valueOf(in.readUTF()), in.readUTF(), in.readLong()));
    };
  }

  static void write(Progress progress, DataOutput out) throws IOException {
    out.writeLong(progress.step());
    out.writeDouble(progress.stepsPerSecond());
    out.writeDouble(progress.ownReturn().orElse(Double.NaN));
  }

  static Progress readProgress(String job, DataInput in) throws IOException {
    long step = in.readLong();
    double stepsPerSecond = in.readDouble();
    double own = in.readDouble();
    return new Progress(
        job,
        step,
        stepsPerSecond,
        Double.isNaN(own) ? OptionalDouble.empty() : OptionalDouble.of(own));
  }

  static void write(ProbeResult result, DataOutput out) throws IOException {
    if (result instanceof ProbeResult.Passed passed) {
      out.writeInt(passed.warnings().size());
      for (String warning : passed.warnings()) {
        out.writeUTF(warning);
      }
      out.writeInt(passed.rewards().size());
      for (double reward : passed.rewards()) {
        out.writeDouble(reward);
      }
      write(passed.evidence(), out);
    } else if (result instanceof ProbeResult.Failed failed) {
      out.writeInt(-1);
      out.writeUTF(failed.outcome());
      out.writeUTF(failed.message());
      out.writeUTF(failed.term());
      out.writeDouble(failed.value());
    }
  }

  static ProbeResult readProbe(DataInput in) throws IOException {
    int count = in.readInt();
    if (count < 0) {
      return new ProbeResult.Failed(in.readUTF(), in.readUTF(), in.readUTF(), in.readDouble());
    }
    List<String> warnings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      warnings.add(in.readUTF());
    }
    int states = in.readInt();
    List<Double> rewards = new ArrayList<>();
    for (int i = 0; i < states; i++) {
      rewards.add(in.readDouble());
    }
    return new ProbeResult.Passed(warnings, rewards, readEvidence(in));
  }

  private static void write(ProbeEvidence evidence, DataOutput out) throws IOException {
    out.writeInt(evidence.windows());
    write(evidence.totals(), out);
    out.writeDouble(evidence.alignment());
    out.writeInt(evidence.terms().size());
    for (TermProbe term : evidence.terms()) {
      out.writeUTF(term.name());
      write(term.rollouts(), out);
      write(term.windows(), out);
      out.writeDouble(term.zeros());
      out.writeDouble(term.idle());
      out.writeDouble(term.random());
      out.writeDouble(term.end());
      out.writeDouble(term.alignment());
      out.writeDouble(term.pays());
    }
  }

  private static ProbeEvidence readEvidence(DataInput in) throws IOException {
    int windows = in.readInt();
    Spread totals = readSpread(in);
    double alignment = in.readDouble();
    List<TermProbe> terms = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      terms.add(
          new TermProbe(
              in.readUTF(),
              readSpread(in),
              readSpread(in),
              in.readDouble(),
              in.readDouble(),
              in.readDouble(),
              in.readDouble(),
              in.readDouble(),
              in.readDouble()));
    }
    return new ProbeEvidence(terms, windows, totals, alignment);
  }

  private static void write(Spread spread, DataOutput out) throws IOException {
    out.writeDouble(spread.mean());
    out.writeDouble(spread.sd());
    out.writeDouble(spread.min());
    out.writeDouble(spread.low());
    out.writeDouble(spread.median());
    out.writeDouble(spread.high());
    out.writeDouble(spread.max());
  }

  private static Spread readSpread(DataInput in) throws IOException {
    return new Spread(
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble());
  }
}
