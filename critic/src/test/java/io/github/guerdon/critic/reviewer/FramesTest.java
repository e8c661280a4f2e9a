package io.github.guerdon.critic.reviewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class FramesTest {

  private static final byte[] PAYLOAD = "a verdict".getBytes(StandardCharsets.UTF_8);

  private static byte[] frame() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Frames(InputStream.nullInputStream(), out).send(Frames.Type.VERDICT, 7, PAYLOAD);
    return out.toByteArray();
  }

  private static byte[] receive(byte[] bytes) throws IOException {
    return new Frames(new ByteArrayInputStream(bytes), OutputStream.nullOutputStream())
        .receive(Frames.Type.VERDICT, 7, PAYLOAD.length);
  }

  @Test
  void aFrameArrivesAsSent() throws IOException {
    assertThat(receive(frame())).isEqualTo(PAYLOAD);
  }

  @Test
  void noFlippedBitGoesUnseen() throws IOException {
    byte[] frame = frame();
    for (int bit = 0; bit < frame.length * 8; bit++) {
      byte[] flipped = frame.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThatThrownBy(() -> receive(flipped))
          .as("bit %d", bit)
          .isInstanceOfAny(WireException.class, EOFException.class);
    }
  }

  @Test
  void aCutFrameIsTheEnd() throws IOException {
    byte[] frame = frame();
    for (int length = 0; length < frame.length; length++) {
      byte[] cut = Arrays.copyOf(frame, length);
      assertThatThrownBy(() -> receive(cut)).isInstanceOf(EOFException.class);
    }
  }

  @Test
  void anotherSequenceOrTypeIsRefused() throws IOException {
    Frames frames = new Frames(new ByteArrayInputStream(frame()), OutputStream.nullOutputStream());
    assertThatThrownBy(() -> frames.receive(Frames.Type.VERDICT, 8, 100))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("sequence 7; due is VERDICT, sequence 8");
    Frames others = new Frames(new ByteArrayInputStream(frame()), OutputStream.nullOutputStream());
    assertThatThrownBy(() -> others.receive(Frames.Type.HELLO, 7, 100))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("due is HELLO");
  }

  @Test
  void aPayloadBeyondTheCapIsRefused() throws IOException {
    Frames frames = new Frames(new ByteArrayInputStream(frame()), OutputStream.nullOutputStream());
    assertThatThrownBy(() -> frames.receive(Frames.Type.VERDICT, 7, PAYLOAD.length - 1))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("at most 8");
  }
}
