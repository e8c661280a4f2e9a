package io.github.guerdon.sandbox.executor;

import io.github.guerdon.env.Task;
import io.github.guerdon.reward.slot.RewardProgram;
import io.github.guerdon.sandbox.record.SettingsCodec;
import io.github.guerdon.sandbox.training.Job;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Jobs as bytes, for the pipe to a trainer. */
final class JobCodec {

  private JobCodec() {}

  static void write(Job job, DataOutput out) throws IOException {
    out.writeUTF(job.id());
    job.task().write(out);
    job.program().write(out);
    out.writeLong(job.seed());
    SettingsCodec.write(job.settings(), out);
    out.writeBoolean(job.settings().cuda());
    out.writeUTF(job.directory().toAbsolutePath().toString());
    out.writeLong(job.deadline().toMillis());
    out.writeLong(job.until());
  }

  static Job read(DataInput in) throws IOException {
    return new Job(
        in.readUTF(),
        Task.read(in),
        RewardProgram.read(in),
        in.readLong(),
        SettingsCodec.read(in).withCuda(in.readBoolean()),
        Path.of(in.readUTF()),
        Duration.ofMillis(in.readLong()),
        in.readLong());
  }
}
