package io.github.guerdon.critic.reviewer;

import io.github.guerdon.critic.Critic;
import io.github.guerdon.critic.verdict.Finding;
import io.github.guerdon.critic.verdict.Verdict;
import java.io.BufferedInputStream;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A child that does what a source asks for in {@code //mood: word}, and else reviews honestly. */
final class MoodyMain {

  private static final Pattern MOOD = Pattern.compile("//mood: ([a-z ]+)");

  private final OutputStream out = new FileOutputStream(FileDescriptor.out);
  private final Frames frames =
      new Frames(new BufferedInputStream(new FileInputStream(FileDescriptor.in)), out);
  private final Critic critic = new Critic();

  private MoodyMain() {}

  /** Returns the command of such a child. */
  static ReviewerCommand command(ReviewerSettings settings) {
    return command(MoodyMain.class, settings);
  }

  static ReviewerCommand command(Class<?> main, ReviewerSettings settings) {
    List<Path> classPath = new ArrayList<>(ReviewerCommand.of(settings).classPath());
    try {
      classPath.add(
          Path.of(MoodyMain.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
    return new ReviewerCommand(main.getName(), classPath, settings);
  }

  /** A child that never gets ready. */
  static final class Late {
    public static void main(String[] arguments) throws InterruptedException {
      Thread.sleep(Long.MAX_VALUE);
    }
  }

  /** A child that greets in another format. */
  static final class Foreign {
    public static void main(String[] arguments) throws IOException {
      new FileOutputStream(FileDescriptor.out).write(new byte[Frames.HEAD]);
    }
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    MoodyMain child = new MoodyMain();
    child.frames.send(Frames.Type.HELLO, 0, new byte[0]);
    for (long sequence = 1; ; sequence++) {
      child.answer(
          sequence, child.frames.receive(Frames.Type.REVIEW, sequence, Frames.LARGEST_REQUEST));
    }
  }

  private void answer(long sequence, byte[] request) throws IOException, InterruptedException {
    Matcher mood = MOOD.matcher(new String(request, StandardCharsets.ISO_8859_1));
    switch (mood.find() ? mood.group(1).strip() : "honest") {
      case "honest" -> send(sequence, honest(request));
      case "hang" -> Thread.sleep(Long.MAX_VALUE);
      case "dawdle" -> {
        Thread.sleep(1_000);
        send(sequence, honest(request));
      }
      case "die" -> {
        long self = ProcessHandle.current().pid();
        new ProcessBuilder("kill", "-9", Long.toString(self)).start();
        Thread.sleep(Long.MAX_VALUE);
      }
      case "leave" -> Runtime.getRuntime().halt(0);
      case "leave with a word" -> {
        System.err.println("a bad\u001b[2J thing happened");
        Runtime.getRuntime().halt(1);
      }
      case "eat memory" -> {
        List<byte[]> eaten = new ArrayList<>();
        while (eaten.size() < 1 << 20) {
          eaten.add(new byte[1 << 20]);
        }
      }
      case "babble" -> {
        byte[] noise = new byte[1 << 20];
        Arrays.fill(noise, (byte) 'x');
        out.write(noise);
      }
      case "boast" -> out.write(oversize(sequence));
      case "flood" -> send(sequence, new byte[Frames.LARGEST_ANSWER + 1]);
      case "misname" -> frames.send(Frames.Type.HELLO, sequence, honest(request));
      case "repeat" -> send(sequence - 1, honest(request));
      case "smudge" -> {
        ByteBuffer head = Frames.head(Frames.Type.VERDICT, sequence, honest(request));
        out.write(bytes(head));
        byte[] payload = honest(request);
        payload[0] ^= 4;
        out.write(payload);
      }
      case "lie" -> send(sequence, new byte[] {1, 2, 3});
      case "shout" -> {
        byte[] noise = new byte[1 << 16];
        Arrays.fill(noise, (byte) '!');
        for (int i = 0; i < 128; i++) {
          System.err.write(noise);
        }
        send(sequence, honest(request));
      }
      case "leave a child behind" -> {
        new ProcessBuilder("sleep", "300").inheritIO().start();
        Thread.sleep(Long.MAX_VALUE);
      }
      case "close the pipe" -> {
        out.close();
        Thread.sleep(Long.MAX_VALUE);
      }
      case "confess" -> send(sequence, VerdictCodec.encode(confession()));
      default -> throw new IOException("no mood " + mood.group(1));
    }
  }

  private void send(long sequence, byte[] payload) throws IOException {
    frames.send(Frames.Type.VERDICT, sequence, payload);
  }

  private byte[] honest(byte[] request) throws IOException {
    ReviewRequest asked = ReviewRequest.decode(request);
    return VerdictCodec.encode(critic.review(asked.source(), asked.vocabulary()));
  }

  /** Returns the head of a frame that says to be of 2 GiB. */
  private static byte[] oversize(long sequence) {
    ByteBuffer head = Frames.head(Frames.Type.VERDICT, sequence, new byte[0]);
    return bytes(head.putInt(16, Integer.MAX_VALUE));
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }

  /** Says what it has of its surroundings. */
  private static Verdict confession() {
    String[] files = new File("").getAbsoluteFile().list();
    return new Verdict.Rejected(
        Verdict.Reason.STATIC_REJECT,
        List.of(
            said("ENVIRONMENT", System.getenv().toString()),
            said("FILES", Arrays.toString(files)),
            said("FOLDER", new File("").getAbsolutePath()),
            said("TEMPORARY", System.getProperty("java.io.tmpdir")),
            said("LOCALE", Locale.getDefault().toString()),
            said("ZONE", TimeZone.getDefault().getID()),
            said("CHARSET", java.nio.charset.Charset.defaultCharset().name())));
  }

  private static Finding said(String rule, String message) {
    return new Finding(rule, 0, 0, message);
  }
}
