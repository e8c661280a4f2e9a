package io.github.guerdon.sandbox.executor;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;

/** One frame on the pipes between coordinator and trainer: type, length, payload. */
final class Message {

  private static final int LARGEST = 64 << 20;

  /** What a frame is. */
  enum Type {
    /** The trainer is ready: its sandbox level and the proof of it. */
    HELLO,
    /** Train this. */
    JOB,
    /** Probe this. */
    PROBE,
    /** A job's progress. */
    PROGRESS,
    /** A job's end. */
    OUTCOME,
    /** A probe's end. */
    PROBED,
    /** The trainer cannot do its work here: a message. */
    UNABLE,
    /** Reward processes cannot be sealed here: the level, a message. */
    WEAK
  }

  /** Writes a payload. */
  interface Content {
    void write(DataOutputStream out) throws IOException;
  }

  private final Type type;
  private final byte[] payload;

  private Message(Type type, byte[] payload) {
    this.type = type;
    this.payload = payload;
  }

  Type type() {
    return type;
  }

  DataInputStream payload() {
    return new DataInputStream(new ByteArrayInputStream(payload));
  }

  static void send(DataOutputStream out, Type type, Content content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    content.write(new DataOutputStream(bytes));
    out.writeUTF(type.name());
    out.writeInt(bytes.size());
    bytes.writeTo(out);
    out.flush();
  }

  /**
   * Reads the next frame.
   *
   * @throws EOFException if the other side has ended
   */
  static Message receive(DataInputStream in) throws IOException {
    Type type = Type.valueOf(in.readUTF());
    int length = in.readInt();
    if (length < 0 || length > LARGEST) {
      throw new IOException(type + " of " + length + " bytes; at most " + LARGEST + " are allowed");
    }
    return new Message(type, in.readNBytes(length));
  }
}
