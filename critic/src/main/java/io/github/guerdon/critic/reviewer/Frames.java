package io.github.guerdon.critic.reviewer;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * The pipes between a reviewer and its parent. A frame is a head of five big-endian numbers (format
 * with version, type, sequence, length, checksum) and so many bytes.
 */
final class Frames {

  /** Marks the format, its last digit the version. */
  static final int FORMAT = 0x47525631;

  /** The longest payload of a request, in bytes. */
  static final int LARGEST_REQUEST = 4 << 20;

  /** The longest payload of an answer, in bytes: several times what thousands of findings need. */
  static final int LARGEST_ANSWER = 4 << 20;

  static final int HEAD = 24;

  /** What a frame is. */
  enum Type {
    /** The child is warm and waits. */
    HELLO(1),
    /** A source and a vocabulary. */
    REVIEW(2),
    /** What came of it. */
    VERDICT(3);

    private final int number;

    Type(int number) {
      this.number = number;
    }
  }

  private final InputStream in;
  private final OutputStream out;

  Frames(InputStream in, OutputStream out) {
    this.in = in;
    this.out = out;
  }

  /** Writes one frame and flushes. */
  void send(Type type, long sequence, byte[] payload) throws IOException {
    out.write(head(type, sequence, payload).array());
    out.write(payload);
    out.flush();
  }

  /**
   * Waits for a frame and returns its payload.
   *
   * @throws EOFException if the other side has ended, be it within a frame
   * @throws WireException if it is another frame than the one that is due, or none
   */
  byte[] receive(Type type, long sequence, int largest) throws IOException {
    ByteBuffer head = ByteBuffer.wrap(in.readNBytes(HEAD));
    if (head.remaining() < HEAD) {
      throw new EOFException("the pipe ended");
    }
    if (head.getInt(0) != FORMAT) {
      throw new WireException(
          "format %08x; this side speaks %08x".formatted(head.getInt(0), FORMAT));
    }
    if (head.getInt(4) != type.number || head.getLong(8) != sequence) {
      throw new WireException(
          "type %d, sequence %d; due is %s, sequence %d"
              .formatted(head.getInt(4), head.getLong(8), type, sequence));
    }
    int length = head.getInt(16);
    if (length < 0 || length > largest) {
      throw new WireException("%s of %d bytes; at most %d".formatted(type, length, largest));
    }
    byte[] payload = in.readNBytes(length);
    if (payload.length < length) {
      throw new EOFException("the pipe ended within a frame");
    }
    if (!head.equals(head(type, sequence, payload))) {
      throw new WireException(type + " with a wrong checksum");
    }
    return payload;
  }

  /** Returns a frame's head. */
  static ByteBuffer head(Type type, long sequence, byte[] payload) {
    ByteBuffer head = ByteBuffer.allocate(HEAD);
    head.putInt(FORMAT).putInt(type.number).putLong(sequence).putInt(payload.length);
    CRC32C checksum = new CRC32C();
    checksum.update(head.array(), 0, head.position());
    checksum.update(payload);
    return head.putInt((int) checksum.getValue()).flip();
  }
}
