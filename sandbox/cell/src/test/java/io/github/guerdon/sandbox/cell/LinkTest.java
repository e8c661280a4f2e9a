package io.github.guerdon.sandbox.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames survive the wire whole or are refused. */
final class LinkTest {

  private static final long NONCE = 0x0123456789abcdefL;

  @Test
  void aFrameArrivesAsItWasSent() throws IOException {
    Link receiver = receiver(frame(7, "hello"), NONCE);
    ByteBuffer payload = receiver.receive(7);
    assertThat(receiver.type()).isEqualTo(Link.HELLO);
    assertThat(Link.fields(payload).readUTF()).isEqualTo("hello");
  }

  @Test
  void aPayloadLargerThanTheBufferArrives() throws IOException {
    String text = "x".repeat(60_000);
    assertThat(Link.fields(receiver(frame(0, text), NONCE).receive(0)).readUTF()).isEqualTo(text);
  }

  @Test
  void theCellTakesOverTheFirstNonceAndNoOther() throws IOException {
    byte[] first = frame(0, "a");
    byte[] second = frame(1, "b");
    byte[] foreign = frame(2, "c", NONCE + 1);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Link cell =
        Link.answering(new Slices(first, second, foreign), Channels.newChannel(all), () -> true);
    cell.receive(0);
    cell.receive(1);
    assertThatThrownBy(() -> cell.receive(2)).hasMessage("bad frame: its nonce is wrong");
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 8, 16, 28, 32, 35})
  void aFlippedBitIsFound(int at) throws IOException {
    byte[] frame = frame(7, "hello");
    frame[at] ^= 1;
    assertThatThrownBy(() -> receiver(frame, NONCE).receive(7))
        .isInstanceOf(WireException.class)
        .hasMessage("bad frame: its checksum is wrong");
  }

  @Test
  void aWrongNumberIsRefused() throws IOException {
    byte[] frame = frame(7, "hello");
    assertThatThrownBy(() -> receiver(frame, NONCE).receive(8))
        .isInstanceOf(WireException.class)
        .hasMessage("bad frame: its number is 7");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, Link.MAX_PAYLOAD + 1, Integer.MAX_VALUE})
  void anImpossibleLengthIsRefusedBeforeAnythingIsAllocated(int length) throws IOException {
    byte[] frame = frame(7, "hello");
    ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN).putInt(24, length);
    assertThatThrownBy(() -> receiver(frame, NONCE).receive(7))
        .isInstanceOf(WireException.class)
        .hasMessage("bad frame: its length is " + length);
  }

  @Test
  void bytesAfterTheEndAreRefused() throws IOException {
    byte[] frame = frame(7, "hello");
    assertThatThrownBy(() -> receiver(Arrays.copyOf(frame, frame.length + 1), NONCE).receive(7))
        .isInstanceOf(WireException.class)
        .hasMessage("bad frame: there are bytes after its end");
  }

  @Test
  void aHalfFrameIsTheEnd() throws IOException {
    byte[] frame = frame(7, "hello");
    assertThatThrownBy(() -> receiver(Arrays.copyOf(frame, frame.length - 1), NONCE).receive(7))
        .isInstanceOf(EOFException.class);
  }

  private static byte[] frame(long sequence, String text) throws IOException {
    return frame(sequence, text, NONCE);
  }

  private static byte[] frame(long sequence, String text, long nonce) throws IOException {
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    Link.asking(new Slices(), Channels.newChannel(sent), () -> true, nonce)
        .send(Link.HELLO, sequence, Link.message(out -> out.writeUTF(text)));
    return sent.toByteArray();
  }

  private static Link receiver(byte[] bytes, long nonce) {
    return Link.asking(
        Channels.newChannel(new ByteArrayInputStream(bytes)),
        Channels.newChannel(new ByteArrayOutputStream()),
        () -> true,
        nonce);
  }

  /** Gives one piece a read, as a pipe in lockstep does. */
  private static final class Slices implements ReadableByteChannel {
    private final byte[][] slices;
    private int next;

    Slices(byte[]... slices) {
      this.slices = slices;
    }

    @Override
    public int read(ByteBuffer to) {
      if (next == slices.length) {
        return -1;
      }
      to.put(slices[next]);
      return slices[next++].length;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {
      next = slices.length;
    }
  }
}
