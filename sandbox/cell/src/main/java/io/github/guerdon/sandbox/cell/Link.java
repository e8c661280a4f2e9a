package io.github.guerdon.sandbox.cell;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * One end of the pipes between a launcher and its cell: framed messages in lockstep, a request and
 * its reply with the same number.
 *
 * <p>A frame: magic, type (int), nonce, sequence number (long), payload length, CRC32C of all else
 * (int), payload; little-endian. A small frame is one {@code write} and one {@code read}.
 */
final class Link {

  static final int HEADER = 32;
  static final int MAX_PAYLOAD = 4 << 20;

  static final int BEGIN = 1;
  static final int HELLO = 2;
  static final int LOAD = 3;
  static final int READY = 4;
  static final int STEP = 5;
  static final int TERMS = 6;
  static final int FAILURE = 7;

  private static final int MAGIC = 0x47435231;
  private static final int CRC_AT = 28;
  private static final int SHOWN = 200;

  private final ReadableByteChannel in;
  private final WritableByteChannel out;
  private final EagerWait wait;
  private final CRC32C crc = new CRC32C();
  private ByteBuffer inbound = buffer(1 << 15);
  private int type;
  private long nonce;
  private boolean adopts;

  private Link(
      ReadableByteChannel in,
      WritableByteChannel out,
      EagerWait.Arrival arrival,
      long nonce,
      boolean adopts) {
    this.in = in;
    this.out = out;
    wait = new EagerWait(arrival, System::nanoTime);
    this.nonce = nonce;
    this.adopts = adopts;
  }

  /** Makes the launcher's end, which sets the nonce that all frames of a cell carry. */
  static Link asking(
      ReadableByteChannel in, WritableByteChannel out, EagerWait.Arrival arrival, long nonce) {
    return new Link(in, out, arrival, nonce, false);
  }

  /** Makes the cell's end, which takes over the nonce of the first frame that comes. */
  static Link answering(
      ReadableByteChannel in, WritableByteChannel out, EagerWait.Arrival arrival) {
    return new Link(in, out, arrival, 0, true);
  }

  /** Makes a message buffer with room for the header and this much payload. */
  static ByteBuffer buffer(int payload) {
    return ByteBuffer.allocateDirect(HEADER + payload).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Writes a value's fields as a message. */
  static ByteBuffer message(Body body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    body.write(new DataOutputStream(bytes));
    if (bytes.size() > MAX_PAYLOAD) {
      throw new IOException(
          "message of " + bytes.size() + " bytes; at most " + MAX_PAYLOAD + " are allowed");
    }
    return buffer(bytes.size()).position(HEADER).put(bytes.toByteArray());
  }

  /** Returns a payload as a stream of fields. */
  static DataInputStream fields(ByteBuffer payload) {
    byte[] bytes = new byte[payload.remaining()];
    payload.get(bytes);
    return new DataInputStream(new ByteArrayInputStream(bytes));
  }

  /** Sends the message that ends at the buffer's position, its header filled in here. */
  void send(int type, long sequence, ByteBuffer message) throws IOException {
    message.flip();
    message.putInt(0, MAGIC).putInt(4, type).putLong(8, nonce).putLong(16, sequence);
    message.putInt(24, message.limit() - HEADER);
    message.putInt(CRC_AT, checksum(message));
    while (message.hasRemaining()) {
      out.write(message);
    }
  }

  /**
   * Receives one frame and returns its payload, valid until the next call; {@link #type} says what
   * it is.
   *
   * @throws EOFException if the other end is gone
   * @throws WireException if what came is no frame with this number
   */
  ByteBuffer receive(long sequence) throws IOException {
    inbound.clear();
    wait.begin();
    readUntil(HEADER);
    wait.end();
    int length = inbound.getInt(24);
    if (inbound.getInt(0) != MAGIC) {
      throw new WireException("bad frame: it begins with '" + printable(inbound.flip()) + "'");
    }
    check(length >= 0 && length <= MAX_PAYLOAD, "its length is " + length);
    reserve(HEADER + length);
    readUntil(HEADER + length);
    check(inbound.position() == HEADER + length, "there are bytes after its end");
    inbound.flip();
    check(inbound.getInt(CRC_AT) == checksum(inbound), "its checksum is wrong");
    nonce = adopts ? inbound.getLong(8) : nonce;
    adopts = false;
    check(inbound.getLong(8) == nonce, "its nonce is wrong");
    check(inbound.getLong(16) == sequence, "its number is " + inbound.getLong(16));
    type = inbound.getInt(4);
    return inbound.position(HEADER);
  }

  /** Returns the type of the frame received last. */
  int type() {
    return type;
  }

  private void reserve(int bytes) {
    if (inbound.capacity() < bytes) {
      inbound = buffer(bytes - HEADER).put(inbound.flip());
    }
  }

  private void readUntil(int end) throws IOException {
    while (inbound.position() < end) {
      if (in.read(inbound) < 0) {
        throw new EOFException("the pipe was closed");
      }
    }
  }

  private int checksum(ByteBuffer frame) {
    crc.reset();
    int end = frame.limit();
    crc.update(frame.limit(CRC_AT));
    crc.update(frame.limit(end).position(HEADER));
    frame.position(0);
    return (int) crc.getValue();
  }

  /** Shows bytes as text: a JVM that cannot start says so where frames are expected. */
  private static String printable(ByteBuffer bytes) {
    byte[] text = new byte[Math.min(SHOWN, bytes.remaining())];
    bytes.get(text);
    return new String(text, StandardCharsets.US_ASCII).replaceAll("[^ -~]+", " ").strip();
  }

  private static void check(boolean holds, String otherwise) throws WireException {
    if (!holds) {
      throw new WireException("bad frame: " + otherwise);
    }
  }

  /** Writes the fields of a message. */
  interface Body {
    void write(DataOutput out) throws IOException;
  }
}
