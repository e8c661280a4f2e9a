package io.github.guerdon.sandbox.record;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The file that a training which was cut off goes on from.
 *
 * <p>Big-endian: {@value #FORMAT} and the training's identity as {@code writeUTF} writes them, the
 * version (int), the payload's length (int), the payload, and CRC32C of all before (int). What is
 * cut short, damaged, of another training or of another version is as good as none: the training
 * begins anew.
 */
public final class TrainingCheckpoint {

  /** The version that is written, and the only one that is read. */
  public static final int VERSION = 2;

  private static final String FORMAT = "guerdon-checkpoint";

  private TrainingCheckpoint() {}

  /** Writes what a training needs to go on. */
  @FunctionalInterface
  public interface Body {

    /** Writes the payload. */
    void write(DataOutputStream out) throws IOException;
  }

  /** Replaces a checkpoint as a whole. */
  public static void write(Path file, String identity, Body body) throws IOException {
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    body.write(new DataOutputStream(payload));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeUTF(FORMAT);
    out.writeUTF(identity);
    out.writeInt(VERSION);
    out.writeInt(payload.size());
    payload.writeTo(out);
    out.writeInt(checksum(bytes.toByteArray(), bytes.size()));
    AtomicFile.write(file, bytes.toByteArray());
  }

  /** Returns the payload of a training's checkpoint, if there is a sound one. */
  public static Optional<DataInputStream> find(Path file, String identity) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    byte[] bytes = Files.readAllBytes(file);
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    DataOutputStream expected = new DataOutputStream(head);
    expected.writeUTF(FORMAT);
    expected.writeUTF(identity);
    expected.writeInt(VERSION);
    int from = head.size() + Integer.BYTES;
    int end = bytes.length - Integer.BYTES;
    if (end < from || !begins(bytes, head.toByteArray())) {
      return Optional.empty();
    }
    int length = integer(bytes, head.size());
    if (length != end - from || integer(bytes, end) != checksum(bytes, end)) {
      return Optional.empty();
    }
    return Optional.of(new DataInputStream(new ByteArrayInputStream(bytes, from, length)));
  }

  private static boolean begins(byte[] bytes, byte[] head) {
    return bytes.length >= head.length
        && Arrays.equals(bytes, 0, head.length, head, 0, head.length);
  }

  private static int integer(byte[] bytes, int at) {
    return ByteBuffer.wrap(bytes).getInt(at);
  }

  private static int checksum(byte[] bytes, int end) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, end);
    return (int) crc.getValue();
  }
}
