package io.github.guerdon.generator.llm.stub;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/**
 * A server on this machine that gives each request the next of its answers, and the last one again
 * when they run out. It speaks just enough HTTP/1.1, over plain sockets, to misbehave in any way.
 */
public final class StubServer implements AutoCloseable {

  /**
   * A request that came.
   *
   * @param headers by name in small letters
   */
  public record Received(String method, String path, Map<String, String> headers, String body) {}

  /** What to do with a request. */
  @FunctionalInterface
  public interface Answer {

    /**
     * Answers.
     *
     * @param closed falls when the server closes: what stalls waits for it
     */
    void send(Socket socket, CountDownLatch closed) throws IOException, InterruptedException;
  }

  private final ServerSocket socket;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
  private final Thread acceptor = new Thread(this::accept, "stub-server");
  private volatile Answer last = Answers.status(500, "", "{}");

  private StubServer(ServerSocket socket) {
    this.socket = socket;
  }

  /** Starts a server at a free port. */
  public static StubServer start(Answer... answers) {
    try {
      StubServer server =
          new StubServer(
              new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1})));
      server.answers.addAll(List.of(answers));
      server.acceptor.setDaemon(true);
      server.acceptor.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns its address with a path, such as {@code /v1}. */
  public URI address(String path) {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort() + path);
  }

  /** Returns the requests so far, in order. */
  public List<Received> received() {
    return List.copyOf(received);
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        open.add(connection);
        daemon(() -> serve(connection));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      received.add(read(new BufferedInputStream(connection.getInputStream())));
      next().send(connection, closed);
    } catch (IOException e) {
      // The client went away, which some tests want.
      open.remove(connection);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized Answer next() {
    Answer answer = answers.poll();
    last = answer == null ? last : answer;
    return last;
  }

  private static Received read(InputStream in) throws IOException {
    String[] first = line(in).split(" ", 3);
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    return new Received(first[0], first[1], Map.copyOf(headers), body);
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("the request broke off");
      }
      bytes.write(next);
    }
    return bytes.toString(StandardCharsets.UTF_8).stripTrailing();
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "stub-server");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      socket.close();
      // The port is open as long as a thread waits at it.
      acceptor.join();
      for (Socket connection : open) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
