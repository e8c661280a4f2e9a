package io.github.guerdon.generator.llm.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Cuts bytes into lines of UTF-8 text, whatever parts they come in. */
final class Lines {

  private final ByteArrayOutputStream open = new ByteArrayOutputStream();
  private final Consumer<String> sink;

  Lines(Consumer<String> sink) {
    this.sink = sink;
  }

  void add(ByteBuffer bytes) {
    while (bytes.hasRemaining()) {
      byte next = bytes.get();
      if (next == '\n') {
        flush();
      } else {
        open.write(next);
      }
    }
  }

  /** Ends the last line, if it has no line break. */
  void end() {
    if (open.size() > 0) {
      flush();
    }
  }

  private void flush() {
    String line = text(ByteBuffer.wrap(open.toByteArray()));
    open.reset();
    sink.accept(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
  }

  /**
   * Decodes UTF-8.
   *
   * @throws TroubleException if it is none
   */
  static String text(ByteBuffer bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw new TroubleException(
          Trouble.of(Trouble.Kind.MALFORMED, "the answer is not UTF-8 text"));
    }
  }
}
