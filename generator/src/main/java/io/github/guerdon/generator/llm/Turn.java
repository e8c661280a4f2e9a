package io.github.guerdon.generator.llm;

import java.util.Objects;

/**
 * One side's words in a conversation.
 *
 * @param role who speaks
 * @param text what is said; not blank
 */
public record Turn(Role role, String text) {

  /** Who speaks. */
  public enum Role {
    USER,
    ASSISTANT
  }

  /** Checks that something is said. */
  public Turn {
    Objects.requireNonNull(role);
    if (text.isBlank()) {
      throw new IllegalArgumentException("a turn of " + role + " is blank, must say something");
    }
  }

  /** Returns what the user says. */
  public static Turn user(String text) {
    return new Turn(Role.USER, text);
  }

  /** Returns what the model said. */
  public static Turn assistant(String text) {
    return new Turn(Role.ASSISTANT, text);
  }
}
