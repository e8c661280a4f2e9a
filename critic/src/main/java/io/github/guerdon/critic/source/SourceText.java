package io.github.guerdon.critic.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A source's text as the rules see it.
 *
 * @param bytes its length as it came
 * @param undecodable offset of the first byte that is not UTF-8, or −1
 * @param text the text without byte order mark and with {@code \n} as line end; what could be
 *     decoded if not all could
 * @param tokens its tokens; none if it is too long or not all could be decoded
 */
public record SourceText(int bytes, int undecodable, String text, List<Token> tokens) {

  /** The longest source, in bytes. */
  public static final int MAX_BYTES = 32 * 1024;

  /** Spaces that look like one and that Java does not know, such as the no-break space. */
  private static final Pattern SPACE = Pattern.compile("[\\p{Zs}&&[^ ]]");

  /** Copies the list. */
  public SourceText {
    tokens = List.copyOf(tokens);
  }

  /** Decodes strictly and cuts into tokens. */
  public static SourceText of(byte[] source) {
    ByteBuffer in = ByteBuffer.wrap(source);
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    String decoded;
    int undecodable = -1;
    try {
      decoded = decoder.decode(in).toString();
    } catch (CharacterCodingException e) {
      undecodable = in.position();
      decoded = new String(source, 0, undecodable, StandardCharsets.UTF_8);
    }
    String text =
        SPACE
            .matcher(decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded)
            .replaceAll(" ")
            .replace("\r\n", "\n");
    boolean sound = undecodable < 0 && source.length <= MAX_BYTES;
    return new SourceText(source.length, undecodable, text, sound ? Tokens.of(text) : List.of());
  }

  /** Returns the line of an offset, from 1. */
  public int line(int offset) {
    return 1 + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
  }

  /** Returns the column of an offset, from 1. */
  public int column(int offset) {
    return offset - text.lastIndexOf('\n', offset - 1);
  }
}
