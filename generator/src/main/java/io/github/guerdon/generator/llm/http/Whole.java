package io.github.guerdon.generator.llm.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Puts a body together. */
final class Whole {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  void add(ByteBuffer part) {
    byte[] copy = new byte[part.remaining()];
    part.get(copy);
    bytes.writeBytes(copy);
  }

  /** Returns the text; trouble if it is no UTF-8. */
  String text() {
    return Lines.text(ByteBuffer.wrap(bytes.toByteArray()));
  }

  /** Returns the text of an error, which is read whatever it is. */
  String lenient() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
