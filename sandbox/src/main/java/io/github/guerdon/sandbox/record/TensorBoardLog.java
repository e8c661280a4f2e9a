package io.github.guerdon.sandbox.record;

import io.github.guerdon.sandbox.ppo.LearnerUpdate;
import io.github.guerdon.sandbox.training.CurvePoint;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * A training's scalars as TensorBoard reads them: TFRecords of {@code Event} messages, encoded by
 * hand, as the format is four fields.
 *
 * @see <a href="https://www.tensorflow.org/tutorials/load_data/tfrecord">The record format</a>
 */
public final class TensorBoardLog implements AutoCloseable {

  /** TensorBoard takes a file for its own if its name holds "tfevents". */
  static final String FILE = "events.out.tfevents.guerdon";

  private static final String VERSION = "brain.Event:2";
  private static final double MILLIS = 1e-3;

  // Bytes of a record before its event, and of all but its event.
  private static final int HEADER = Long.BYTES + Integer.BYTES;
  private static final int FRAME = HEADER + Integer.BYTES;

  private static final int MASK = 0xa282ead8;
  private static final int ROTATION = 15;

  // Field number and wire type, as protocol buffers put them into one byte.
  private static final int WALL_TIME = 1 << 3 | 1;
  private static final int STEP = 2 << 3;
  private static final int FILE_VERSION = 3 << 3 | 2;
  private static final int SUMMARY = 5 << 3 | 2;
  private static final int VALUE = 1 << 3 | 2;
  private static final int TAG = 1 << 3 | 2;
  private static final int SIMPLE_VALUE = 2 << 3 | 5;

  private final OutputStream out;
  private final Clock clock;

  private TensorBoardLog(OutputStream out, Clock clock) {
    this.out = new BufferedOutputStream(out);
    this.clock = clock;
  }

  /** Opens a new file in a folder; an older one goes. */
  public static TensorBoardLog begin(Path folder, Clock clock) throws IOException {
    TensorBoardLog log = new TensorBoardLog(Files.newOutputStream(folder.resolve(FILE)), clock);
    Message event = log.event(0);
    event.tag(FILE_VERSION).bytes(VERSION.getBytes(StandardCharsets.UTF_8));
    log.record(event.encoded());
    return log;
  }

  /** Goes on with the file of a training that was cut off; events after this step go. */
  public static TensorBoardLog goOn(Path folder, Clock clock, long step) throws IOException {
    Path file = folder.resolve(FILE);
    long kept = Files.exists(file) ? upTo(step, ByteBuffer.wrap(Files.readAllBytes(file))) : 0;
    if (kept == 0) {
      return begin(folder, clock);
    }
    FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
    channel.truncate(kept).position(kept);
    return new TensorBoardLog(Channels.newOutputStream(channel), clock);
  }

  /** Returns how many bytes the whole records are long that come before a later step's. */
  private static int upTo(long step, ByteBuffer file) {
    file.order(ByteOrder.LITTLE_ENDIAN);
    int at = 0;
    while (file.limit() - at > FRAME) {
      long length = file.getLong(at);
      if (length < 0 || length > file.limit() - at - FRAME || stepOf(file, at) > step) {
        break;
      }
      at += FRAME + (int) length;
    }
    return at;
  }

  /** Reads the step of a record's event, which follows its time. */
  private static long stepOf(ByteBuffer file, int record) {
    int at = record + HEADER + 1 + Double.BYTES + 1;
    long step = 0;
    for (int shift = 0; shift < Long.SIZE && at < file.limit(); shift += 7, at++) {
      step |= (long) (file.get(at) & Message.SEVEN_BITS) << shift;
      if ((file.get(at) & Message.MORE) == 0) {
        break;
      }
    }
    return step;
  }

  /**
   * Writes an update, which came so many seconds after the training's begin.
   *
   * @throws UncheckedIOException if the file cannot be written
   */
  public void write(LearnerUpdate update, double seconds) {
    Map<String, Double> scalars = new LinkedHashMap<>();
    for (LearnerMetric metric : LearnerMetric.values()) {
      metric
          .find(update, seconds)
          .ifPresent(value -> scalars.put(metric.tag(), value.doubleValue()));
    }
    write(update.step(), scalars);
  }

  /**
   * Writes a point of the training's curve: its episodes, each term's mean and the task's metrics.
   *
   * @throws UncheckedIOException if the file cannot be written
   */
  public void write(CurvePoint point) {
    Map<String, Double> scalars = new LinkedHashMap<>();
    scalars.put("rollout/ep_len_mean", point.episodeLength());
    scalars.put("rollout/terminated_fraction", point.terminatedFraction());
    point.terms().forEach((name, term) -> scalars.put("reward_terms/" + name, term.mean()));
    point.metrics().forEach((name, mean) -> scalars.put("fitness/" + name, mean));
    write(point.step(), scalars);
  }

  private void write(long step, Map<String, Double> scalars) {
    Message summary = new Message();
    scalars.forEach(
        (tag, value) -> {
          Message scalar = new Message();
          scalar.tag(TAG).bytes(tag.getBytes(StandardCharsets.UTF_8));
          scalar.tag(SIMPLE_VALUE).fixed32(Float.floatToIntBits(value.floatValue()));
          summary.tag(VALUE).bytes(scalar.encoded());
        });
    Message event = event(step);
    event.tag(SUMMARY).bytes(summary.encoded());
    try {
      record(event.encoded());
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Message event(long step) {
    Message event = new Message();
    event.tag(WALL_TIME).fixed64(Double.doubleToLongBits(clock.millis() * MILLIS));
    event.tag(STEP).varint(step);
    return event;
  }

  /** Writes length, its masked CRC-32C, the payload and that one's. */
  private void record(byte[] payload) throws IOException {
    byte[] length = little(Long.BYTES).putLong(payload.length).array();
    out.write(length);
    out.write(little(Integer.BYTES).putInt(masked(length)).array());
    out.write(payload);
    out.write(little(Integer.BYTES).putInt(masked(payload)).array());
  }

  static int masked(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return Integer.rotateRight((int) crc.getValue(), ROTATION) + MASK;
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  /** A protocol buffers message that is being written. */
  private static final class Message {

    private static final int SEVEN_BITS = 0x7f;
    private static final int MORE = 0x80;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Message tag(int tag) {
      bytes.write(tag);
      return this;
    }

    void varint(long value) {
      long left = value;
      for (; (left & ~SEVEN_BITS) != 0; left >>>= 7) {
        bytes.write((int) (left & SEVEN_BITS) | MORE);
      }
      bytes.write((int) left);
    }

    void fixed32(int value) {
      bytes.writeBytes(little(Integer.BYTES).putInt(value).array());
    }

    void fixed64(long value) {
      bytes.writeBytes(little(Long.BYTES).putLong(value).array());
    }

    void bytes(byte[] value) {
      varint(value.length);
      bytes.writeBytes(value);
    }

    byte[] encoded() {
      return bytes.toByteArray();
    }
  }
}
