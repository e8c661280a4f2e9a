package io.github.guerdon.generator.design;

import java.util.List;
import java.util.Objects;

/**
 * A reward as a designer proposes it, before any check.
 *
 * @param text plain Java, or an answer to extract it from; what there is of the answer where it
 *     could not be read
 * @param rationale why, in a sentence
 * @param parents ids of the candidates that it came from; none if it is a first guess
 * @param operator how it came about, in one word
 * @param memory what the designer wants to see again when this proposal is a parent; opaque to
 *     others
 * @param reading whether there is code to review, and what is wrong if not
 */
public record Proposal(
    String text,
    String rationale,
    List<String> parents,
    String operator,
    String memory,
    Reading reading) {

  /** Checks for null and copies the list. */
  public Proposal {
    Objects.requireNonNull(text);
    Objects.requireNonNull(rationale);
    parents = List.copyOf(parents);
    Objects.requireNonNull(operator);
    Objects.requireNonNull(memory);
    Objects.requireNonNull(reading);
  }

  /** Returns a proposal without parents and memory. */
  public static Proposal of(String text) {
    return new Proposal(text, "", List.of(), "given", "", Reading.CODE);
  }
}
