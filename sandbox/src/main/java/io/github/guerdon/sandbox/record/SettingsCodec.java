package io.github.guerdon.sandbox.record;

import io.github.guerdon.sandbox.training.TrainingSettings;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The learner's settings but for the device as bytes, for hashes and pipes. */
public final class SettingsCodec {

  private SettingsCodec() {}

  /** Writes settings. */
  public static void write(TrainingSettings settings, DataOutput out) throws IOException {
    out.writeLong(settings.steps());
    out.writeInt(settings.worlds());
    out.writeInt(settings.rolloutSteps());
    out.writeInt(settings.miniBatch());
    out.writeInt(settings.epochs());
    out.writeDouble(settings.learningRate());
    out.writeDouble(settings.discount());
    out.writeDouble(settings.lambda());
    out.writeDouble(settings.clip());
    out.writeDouble(settings.entropy());
    out.writeDouble(settings.valueCoefficient());
    out.writeDouble(settings.maxGradientNorm());
    out.writeInt(settings.hidden().size());
    for (int width : settings.hidden()) {
      out.writeInt(width);
    }
    out.writeDouble(settings.initialLogStd());
    out.writeBoolean(settings.normaliseObservations());
    out.writeBoolean(settings.normaliseRewards());
    out.writeDouble(settings.targetKl());
    out.writeInt(settings.evaluationEpisodes());
  }

  /** Reads what {@link #write} wrote. */
  public static TrainingSettings read(DataInput in) throws IOException {
    return new TrainingSettings(
        in.readLong(),
        in.readInt(),
        in.readInt(),
        in.readInt(),
        in.readInt(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        widths(in),
        in.readDouble(),
        in.readBoolean(),
        in.readBoolean(),
        in.readDouble(),
        in.readInt());
  }

  private static List<Integer> widths(DataInput in) throws IOException {
    List<Integer> widths = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      widths.add(in.readInt());
    }
    return widths;
  }
}
