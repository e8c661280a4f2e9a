package io.github.guerdon.generator.llm;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Holds a key so that it is not printed, compared or written by accident. */
public final class Secret {

  /** What stands where a key stood. */
  public static final String MASK = "***";

  // Shorter ones are placeholders for servers without keys ("none", "EMPTY"): hiding them would
  // garble every text that has the word.
  private static final int SHORTEST_HIDDEN = 8;

  private final String key;
  private final List<String> spellings;

  private Secret(String key) {
    this.key = key;
    this.spellings =
        key.length() < SHORTEST_HIDDEN
            ? List.of()
            : Stream.of(
                    key,
                    URLEncoder.encode(key, StandardCharsets.UTF_8),
                    Base64.getEncoder()
                        .withoutPadding()
                        .encodeToString(key.getBytes(StandardCharsets.UTF_8)))
                .distinct()
                .toList();
  }

  /**
   * Takes a key; space around it, such as the last line break of a file, is dropped.
   *
   * @throws IllegalArgumentException if it is empty or has characters that no header may hold; the
   *     message does not show it
   */
  public static Secret of(String key) {
    String stripped = key.strip();
    if (stripped.isEmpty()) {
      throw new IllegalArgumentException("the key is empty, must have at least one character");
    }
    if (!stripped.chars().allMatch(c -> c > ' ' && c < 127)) {
      throw new IllegalArgumentException(
          "the key has a space, a control or a non-ASCII character in it; copy it again");
    }
    return new Secret(stripped);
  }

  /** Returns the key itself; for the one place that puts it into a request. */
  public String reveal() {
    return key;
  }

  /** Returns a text with the key masked wherever it stands, URL-encoded or in Base64 too. */
  public String redact(String text) {
    String masked = text;
    for (String spelling : spellings) {
      masked = masked.replace(spelling, MASK);
    }
    return masked;
  }

  @Override
  public String toString() {
    return MASK;
  }
}
