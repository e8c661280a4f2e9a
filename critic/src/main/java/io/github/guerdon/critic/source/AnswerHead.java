package io.github.guerdon.critic.source;

import java.util.List;
import java.util.regex.Pattern;

/** Cuts prose that stands before a class. */
final class AnswerHead {

  /** Longer lines are no first line of a class; a bound keeps matching linear. */
  private static final int LONGEST_START = 400;

  private static final Pattern CODE_LINE =
      Pattern.compile(
          "\\s*(package\\s+[\\w.]+\\s*;.*|import\\s+(static\\s+)?\\w+\\..*|/\\*.*|//.*"
              + "|@\\s*\\w+\\s*(|[(/@].*|(public|private|protected|final|abstract|static|class)\\b.*)"
              + "|((public|final|abstract|strictfp|static|/\\*.*?\\*/)\\s+)*"
              + "(class|interface|enum|record|@interface)\\s+\\w+\\s*"
              + "(|[{<(/].*|(implements|extends|permits)\\b.*))");

  private AnswerHead() {}

  /** Returns a text from its first line of code on; nothing is cut if there is no such line. */
  static String cut(String text) {
    return from(text, begin(text));
  }

  /** Returns a block from its first line of code on, if nothing before it looks like code. */
  static String cutFenced(String block) {
    int begin = begin(block);
    String head = block.substring(0, block.length() - from(block, begin).length());
    return head.chars().anyMatch(c -> c == '{' || c == '}' || c == ';')
        ? block
        : from(block, begin);
  }

  /** Returns whether a text's first line is one that a class may begin with. */
  static boolean isCode(String text) {
    int end = text.indexOf('\n');
    int length = Math.min(end < 0 ? text.length() : end, LONGEST_START);
    return CODE_LINE.matcher(text.substring(0, length)).matches();
  }

  /** Returns the number of lines before the first one of code, 0 if there is none. */
  private static int begin(String text) {
    List<String> lines = List.of(text.split("\n", -1));
    for (int i = 0; i < lines.size(); i++) {
      if (isCode(lines.get(i))) {
        return i;
      }
    }
    return 0;
  }

  private static String from(String text, int line) {
    int at = 0;
    for (int i = 0; i < line; i++) {
      at = text.indexOf('\n', at) + 1;
    }
    return text.substring(at);
  }
}
