package io.github.guerdon.env.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 over parts, each preceded by its length, so that no two lists of parts read alike. */
public final class Digest {

  private final MessageDigest sha256;

  /** Makes one over nothing yet. */
  public Digest() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Takes in a part, with its length, so that parts cannot run into one another. */
  public Digest add(byte[] part) {
    sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
    sha256.update(part);
    return this;
  }

  /** Takes in a text as UTF-8. */
  public Digest add(String part) {
    return add(part.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the sum in hexadecimal digits; the last call. */
  public String hex() {
    return HexFormat.of().formatHex(sha256.digest());
  }
}
