package io.github.guerdon.critic.source;

import java.util.List;

/** Cuts prose that follows a class in the same block of an answer. */
final class AnswerTail {

  private AnswerTail() {}

  /**
   * Returns the text up to the end of its last top-level type, if what follows is prose; all of it
   * otherwise. Only whole lines are cut.
   */
  static String cut(String java) {
    List<Token> tokens = Tokens.of(java);
    int end = -1;
    int depth = 0;
    boolean inType = false;
    for (int i = 0; i < tokens.size(); i++) {
      String text = tokens.get(i).text();
      if (depth == 0 && TypeHeader.at(tokens, i)) {
        inType = true;
      } else if (text.equals("{")) {
        depth++;
      } else if (text.equals("}")) {
        depth--;
        if (depth == 0 && inType) {
          end = i;
          inType = false;
        }
      }
      if (depth < 0) {
        return java;
      }
    }
    boolean more =
        end >= 0 && end + 1 < tokens.size() && tokens.get(end + 1).line() > tokens.get(end).line();
    return more ? firstLines(java, tokens.get(end).line()) : java;
  }

  private static String firstLines(String text, int count) {
    int end = 0;
    for (int i = 0; i < count; i++) {
      end = text.indexOf('\n', end) + 1;
      if (end == 0) {
        return text;
      }
    }
    return text.substring(0, end);
  }
}
