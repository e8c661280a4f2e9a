package io.github.guerdon.env;

/**
 * What a designer did not find in a task's description, and what its author answered.
 *
 * @param question in one line
 * @param answer in one line
 */
public record Clarification(String question, String answer) {

  /** Joins lines and checks that something is said. */
  public Clarification {
    question = question.strip().replaceAll("\\s+", " ");
    answer = answer.strip().replaceAll("\\s+", " ");
    if (question.isEmpty() || answer.isEmpty()) {
      throw new IllegalArgumentException(
          "clarification \"" + question + "\": has a question and an answer");
    }
  }
}
