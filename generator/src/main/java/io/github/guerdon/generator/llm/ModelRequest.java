package io.github.guerdon.generator.llm;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * One question to a language model.
 *
 * @param label its name, unique in a run, such as {@code g1c2} or {@code g1c2r1}
 * @param system what the model is told about its role; empty if nothing
 * @param turns the conversation; user and assistant alternate, the user has the first and last word
 * @param maxOutputTokens the most tokens of the answer, thinking included
 */
public record ModelRequest(String label, String system, List<Turn> turns, int maxOutputTokens) {

  private static final Pattern LABEL = Pattern.compile("[a-z0-9-]{1,40}");

  /** Checks the label, the limit and the order of the turns. */
  public ModelRequest {
    Objects.requireNonNull(system);
    turns = List.copyOf(turns);
    if (!LABEL.matcher(label).matches()) {
      throw new IllegalArgumentException(
          "label \"" + label + "\" must be 1 to 40 of a-z, 0-9 and -");
    }
    if (maxOutputTokens < 1) {
      throw new IllegalArgumentException(
          "maxOutputTokens is " + maxOutputTokens + ", must be at least 1");
    }
    if (turns.size() % 2 == 0) {
      throw new IllegalArgumentException(
          "a request of " + turns.size() + " turns must start and end with the user's");
    }
    for (int i = 0; i < turns.size(); i++) {
      Turn.Role role = i % 2 == 0 ? Turn.Role.USER : Turn.Role.ASSISTANT;
      if (turns.get(i).role() != role) {
        throw new IllegalArgumentException("turn " + i + " must be of " + role);
      }
    }
  }

  /** Returns this request under another label and limit. */
  public ModelRequest again(String newLabel, int newMaxOutputTokens) {
    return new ModelRequest(newLabel, system, turns, newMaxOutputTokens);
  }

  /** Returns the SHA-256 of everything but the label, in hexadecimal digits. */
  public String hash() {
    MessageDigest digest = sha256();
    digest.update(ByteBuffer.allocate(4).putInt(maxOutputTokens).array());
    add(digest, system);
    for (Turn turn : turns) {
      add(digest, turn.role().name());
      add(digest, turn.text());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Adds a text with its length first, so that no two requests run together alike. */
  private static void add(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
