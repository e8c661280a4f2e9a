package io.github.guerdon.generator.design.language;

import java.util.Objects;

/**
 * How long a part of a prompt is.
 *
 * @param name its heading
 * @param tokens its tokens
 */
public record PromptSize(String name, int tokens) {

  /** Checks for null. */
  public PromptSize {
    Objects.requireNonNull(name);
  }
}
