package io.github.guerdon.prompt;

import java.util.Objects;

/**
 * One section of a rendered prompt.
 *
 * @param name its heading; empty for text before the first heading
 * @param text the section with its heading
 */
public record Part(String name, String text) {

  /** Checks for null. */
  public Part {
    Objects.requireNonNull(name);
    Objects.requireNonNull(text);
  }
}
