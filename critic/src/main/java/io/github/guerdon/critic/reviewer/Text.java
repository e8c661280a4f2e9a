package io.github.guerdon.critic.reviewer;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text on the wire: its length in bytes and its UTF-8, which is sound in both directions. */
final class Text {

  private Text() {}

  static void write(String text, DataOutput out) throws IOException {
    ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
    byte[] bytes = new byte[encoded.remaining()];
    encoded.get(bytes);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** Reads a text of at most so many bytes. */
  static String read(DataInput in, int longest) throws IOException {
    byte[] bytes = new byte[count(in, longest, "bytes of text")];
    in.readFully(bytes);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new WireException("text that is no UTF-8", e);
    }
  }

  /** Reads how many of something follow. */
  static int count(DataInput in, int most, String what) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > most) {
      throw new WireException(count + " " + what + "; at most " + most);
    }
    return count;
  }
}
