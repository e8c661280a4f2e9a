package io.github.guerdon.generator.llm.stub;

import io.github.guerdon.generator.llm.stub.StubServer.Answer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Ways to answer, orderly and otherwise. */
public final class Answers {

  private Answers() {}

  /** Answers with JSON. */
  public static Answer json(String body) {
    return whole(200, "application/json", "", body);
  }

  /**
   * Answers with a status and JSON.
   *
   * @param headers further header lines, each with its line break
   */
  public static Answer status(int status, String headers, String body) {
    return whole(status, "application/json", headers, body);
  }

  /** Answers with a status, a content type and a body. */
  public static Answer whole(int status, String type, String headers, String body) {
    return (socket, closed) -> {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      OutputStream out = socket.getOutputStream();
      write(out, head(status, type, headers + "Content-Length: " + bytes.length + "\r\n"));
      out.write(bytes);
      out.flush();
    };
  }

  /** Streams parts in chunks. */
  public static Answer stream(String type, List<String> parts) {
    return (socket, closed) -> {
      OutputStream out = socket.getOutputStream();
      write(out, head(200, type, "Transfer-Encoding: chunked\r\n"));
      for (String part : parts) {
        chunk(out, part);
      }
      write(out, "0\r\n\r\n");
    };
  }

  /** Never answers. */
  public static Answer stalledHeaders() {
    return (socket, closed) -> closed.await();
  }

  /** Starts a body and falls silent. */
  public static Answer stalledBody(String type, String start) {
    return (socket, closed) -> {
      OutputStream out = socket.getOutputStream();
      write(out, head(200, type, "Transfer-Encoding: chunked\r\n"));
      chunk(out, start);
      closed.await();
    };
  }

  /** Sends a part now and then, without end. */
  public static Answer drip(String type, String part, int millis) {
    return (socket, closed) -> {
      OutputStream out = socket.getOutputStream();
      write(out, head(200, type, "Transfer-Encoding: chunked\r\n"));
      do {
        chunk(out, part);
      } while (!closed.await(millis, TimeUnit.MILLISECONDS));
    };
  }

  /** Sends some of a body, then breaks the connection. */
  public static Answer reset(String type, String start) {
    return (socket, closed) -> {
      OutputStream out = socket.getOutputStream();
      write(out, head(200, type, "Transfer-Encoding: chunked\r\n"));
      chunk(out, start);
      socket.setSoLinger(true, 0);
    };
  }

  /** Breaks the connection instead of an answer. */
  public static Answer hangUp() {
    return (socket, closed) -> socket.setSoLinger(true, 0);
  }

  /** Sends a body of more than that many bytes. */
  public static Answer huge(String type, String start, int bytes) {
    return (socket, closed) -> {
      OutputStream out = socket.getOutputStream();
      write(out, head(200, type, "Transfer-Encoding: chunked\r\n"));
      chunk(out, start);
      String block = "x".repeat(1 << 16);
      for (long sent = 0; sent <= bytes; sent += block.length()) {
        chunk(out, block);
      }
      write(out, "0\r\n\r\n");
    };
  }

  private static String head(int status, String type, String headers) {
    return "HTTP/1.1 "
        + status
        + " Status\r\nContent-Type: "
        + type
        + "\r\n"
        + headers
        + "Connection: close\r\n\r\n";
  }

  private static void chunk(OutputStream out, String part) throws IOException {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    write(out, Integer.toHexString(bytes.length) + "\r\n");
    out.write(bytes);
    write(out, "\r\n");
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
