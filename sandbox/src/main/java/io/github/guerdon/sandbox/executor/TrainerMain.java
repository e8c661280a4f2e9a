package io.github.guerdon.sandbox.executor;

import io.github.guerdon.env.Task;
import io.github.guerdon.reward.slot.RewardProgram;
import io.github.guerdon.sandbox.cell.CellLauncher;
import io.github.guerdon.sandbox.cell.CellSettings;
import io.github.guerdon.sandbox.cell.OwnSession;
import io.github.guerdon.sandbox.cell.SealException;
import io.github.guerdon.sandbox.training.Job;
import io.github.guerdon.sandbox.training.Outcome;
import io.github.guerdon.sandbox.training.ProbeResult;
import io.github.guerdon.sandbox.training.TrainingListener.Progress;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A trainer: takes jobs from standard input one after another and says on standard output how they
 * go. Runs trusted code only; a candidate's class goes on to its cell without being loaded here.
 *
 * <p>Ends as soon as standard input does, so no trainer outlives its coordinator; its cells die
 * with it.
 */
public final class TrainerMain {

  private static final long PROGRESS_NANOS = 200_000_000;

  private final DataOutputStream out;
  private final CellLauncher launcher;
  private final int threads;
  private long lastProgress;

  private TrainerMain(DataOutputStream out, CellLauncher launcher, int threads) {
    this.out = out;
    this.launcher = launcher;
    this.threads = threads;
  }

  /**
   * Runs a trainer.
   *
   * @param args the number of threads of physics, and whether rewards may run unsealed
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    OwnSession.begin();
    DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    System.setOut(System.err); // nothing but frames may reach the pipe
    BlockingQueue<Message> inbox = new LinkedBlockingQueue<>();
    Thread reader = new Thread(() -> read(inbox), "inbox");
    reader.setDaemon(true);
    reader.start();
    CellSettings cells = CellSettings.defaults().withWeakAllowed(Boolean.parseBoolean(args[1]));
    try (CellLauncher launcher = CellLauncher.open(cells)) {
      hello(out, launcher);
      TrainerMain trainer = new TrainerMain(out, launcher, Integer.parseInt(args[0]));
      while (true) {
        trainer.answer(inbox.take());
      }
    } catch (SealException e) {
      Message.send(
          out,
          Message.Type.WEAK,
          to -> {
            to.writeInt(e.level());
            to.writeUTF(String.valueOf(e.getMessage()));
          });
      Runtime.getRuntime().halt(1);
    } catch (IOException | UncheckedIOException e) {
      Message.send(out, Message.Type.UNABLE, to -> to.writeUTF(String.valueOf(e.getMessage())));
      Runtime.getRuntime().halt(1);
    }
  }

  /** Says how strongly rewards are sealed, as a first cell has proven. */
  private static void hello(DataOutputStream out, CellLauncher launcher) throws IOException {
    int level = launcher.sandboxLevel();
    String proof = String.join("\n", launcher.sandboxProof());
    Message.send(
        out,
        Message.Type.HELLO,
        to -> {
          to.writeInt(level);
          to.writeUTF(proof);
        });
  }

  /** Passes frames on until the coordinator ends, and then ends this process, busy or not. */
  private static void read(BlockingQueue<Message> inbox) {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)))) {
      while (true) {
        inbox.add(Message.receive(in));
      }
    } catch (IOException e) {
      Runtime.getRuntime().halt(0);
    }
  }

  private void answer(Message message) throws IOException {
    switch (message.type()) {
      case JOB -> {
        Job job = JobCodec.read(message.payload());
        Outcome outcome =
            new Training(job, launcher, threads, System::nanoTime, Clock.systemUTC(), this::report)
                .run();
        Message.send(out, Message.Type.OUTCOME, to -> OutcomeCodec.write(outcome, to));
      }
      case PROBE -> {
        DataInputStream in = message.payload();
        ProbeResult result =
            Probe.run(Task.read(in), RewardProgram.read(in), in.readDouble(), launcher);
        Message.send(out, Message.Type.PROBED, to -> OutcomeCodec.write(result, to));
      }
      default -> throw new IOException("a trainer gets jobs and probes, not " + message.type());
    }
  }

  private void report(Progress progress) {
    long now = System.nanoTime();
    if (now - lastProgress >= PROGRESS_NANOS) {
      lastProgress = now;
      try {
        Message.send(out, Message.Type.PROGRESS, to -> OutcomeCodec.write(progress, to));
      } catch (IOException e) {
        throw new UncheckedIOException("the coordinator has gone", e);
      }
    }
  }
}
