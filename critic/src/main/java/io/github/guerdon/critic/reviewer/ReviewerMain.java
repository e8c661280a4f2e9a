package io.github.guerdon.critic.reviewer;

import io.github.guerdon.critic.Critic;
import io.github.guerdon.critic.verdict.Verdict;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The child: takes sources from standard input one after another and says on standard output what
 * the critic says of them. It parses and compiles hostile text, and loads none of it.
 *
 * <p>Ends as soon as standard input does, so that none outlives its parent. Exit codes: 1 for what
 * the critic did not catch, 2 for bad frames, 3 for lack of memory (set by the JVM).
 */
final class ReviewerMain {

  private ReviewerMain() {}

  /** Runs the child; takes no arguments. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Frames frames =
        new Frames(
            new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    // What prints or reads must not touch the frames.
    System.setIn(InputStream.nullInputStream());
    System.setOut(System.err);
    BlockingQueue<byte[]> inbox = new LinkedBlockingQueue<>();
    Thread reader = new Thread(() -> read(frames, inbox), "inbox");
    reader.setDaemon(true);
    reader.start();
    Critic critic = new Critic();
    WarmUp.run(critic);
    frames.send(Frames.Type.HELLO, 0, new byte[0]);
    for (long sequence = 1; ; sequence++) {
      ReviewRequest request = ReviewRequest.decode(inbox.take());
      Verdict verdict = critic.review(request.source(), request.vocabulary());
      frames.send(Frames.Type.VERDICT, sequence, VerdictCodec.encode(verdict));
    }
  }

  /** Passes requests on until the parent has gone, and then ends this process, busy or not. */
  private static void read(Frames frames, BlockingQueue<byte[]> inbox) {
    try {
      for (long sequence = 1; ; sequence++) {
        inbox.add(frames.receive(Frames.Type.REVIEW, sequence, Frames.LARGEST_REQUEST));
      }
    } catch (WireException e) {
      System.err.println(e.getMessage());
      Runtime.getRuntime().halt(2);
    } catch (IOException closed) {
      Runtime.getRuntime().halt(0);
    }
  }
}
