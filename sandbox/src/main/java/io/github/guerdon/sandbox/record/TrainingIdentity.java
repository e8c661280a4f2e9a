package io.github.guerdon.sandbox.record;

import io.github.guerdon.env.Task;
import io.github.guerdon.reward.slot.RewardProgram;
import io.github.guerdon.sandbox.training.Job;
import io.github.guerdon.sandbox.training.TrainingSettings;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names a training by all that changes its result, so that none is paid for twice. */
public final class TrainingIdentity {

  /**
   * The learner's version: raised with every change to learner, kernel, physics or measurement that
   * gives other results for equal inputs.
   */
  public static final int LEARNER_VERSION = 2;

  private TrainingIdentity() {}

  /** Returns a job's identity, in 64 hexadecimal digits. */
  public static String of(Job job) {
    return of(job.task(), job.program(), job.seed(), job.settings());
  }

  /** Returns the identity of a training of this task with this reward, seed and settings. */
  public static String of(Task task, RewardProgram program, long seed, TrainingSettings settings) {
    return hash(
        out -> {
          out.writeUTF("guerdon training");
          out.writeInt(LEARNER_VERSION);
          out.writeUTF(task.identity());
          program.write(out);
          out.writeLong(seed);
          SettingsCodec.write(settings, out);
          if (settings.cuda()) {
            out.writeUTF("cuda");
          }
        });
  }

  /** Returns the hash of a program: its class, what it reads and its terms. */
  static String of(RewardProgram program) {
    return hash(program::write);
  }

  private static String hash(Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      content.write(new DataOutputStream(bytes));
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
      return HexFormat.of().formatHex(digest);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  private interface Content {
    void write(DataOutputStream out) throws IOException;
  }
}
