package io.github.guerdon.generator.design;

import java.util.List;
import java.util.Objects;

/**
 * A reward as a designer proposes it, before any check.
 *
 * @param text an answer to extract Java from, or plain Java
 * @param rationale why, in a sentence
 * @param parents ids of the candidates that it came from; none if it is a first guess
 * @param operator how it came about, in one word
 * @param memory what the designer wants to see again when this proposal is a parent; opaque to
 *     others
 */
public record Proposal(
    String text, String rationale, List<String> parents, String operator, String memory) {

  /** Checks for null and copies the list. */
  public Proposal {
    Objects.requireNonNull(text);
    Objects.requireNonNull(rationale);
    parents = List.copyOf(parents);
    Objects.requireNonNull(operator);
    Objects.requireNonNull(memory);
  }

  /** Returns a proposal without parents and memory. */
  public static Proposal of(String text) {
    return new Proposal(text, "", List.of(), "given", "");
  }
}
