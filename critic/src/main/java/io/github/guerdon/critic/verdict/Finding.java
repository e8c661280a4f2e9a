package io.github.guerdon.critic.verdict;

import java.util.Comparator;

/**
 * One thing the critic has to say about a source.
 *
 * @param rule the rule's name, such as {@code NAME}; docs/rules.md has a paragraph on each
 * @param line line in the source, from 1; 0 for the source as a whole
 * @param column column in the source, from 1; 0 for the source as a whole
 * @param message what is wrong and what to do, in one line of printable text
 */
public record Finding(String rule, int line, int column, String message) {

  /** The order of the source. */
  public static final Comparator<Finding> BY_PLACE =
      Comparator.comparingInt(Finding::line)
          .thenComparingInt(Finding::column)
          .thenComparing(Finding::rule)
          .thenComparing(Finding::message);

  /** Checks that a message can be shown anywhere as it is. */
  public Finding {
    if (rule.isEmpty() || message.isEmpty() || line < 0 || column < 0) {
      throw new IllegalArgumentException(
          "finding " + rule + " at " + line + ":" + column + ": has a rule, a message and a place");
    }
    if (message.codePoints().anyMatch(Finding::unseen)) {
      throw new IllegalArgumentException(
          "finding " + rule + ": message holds characters that cannot be seen; quote them");
    }
  }

  /** Returns it as people and models read it: {@code line 7, col 12 [NAME] no body 'torzo'; …}. */
  public String text() {
    String place =
        line == 0
            ? ""
            : column == 0 ? "line " + line + " " : "line " + line + ", col " + column + " ";
    return place + "[" + rule + "] " + message;
  }

  private static boolean unseen(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
