package io.github.guerdon.critic.source;

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
    return text.substring(begin(text));
  }

  /** Returns a block from its first line of code on, if nothing before it looks like code. */
  static String cutFenced(String block) {
    int begin = begin(block);
    boolean code = block.chars().limit(begin).anyMatch(c -> c == '{' || c == '}' || c == ';');
    return code ? block : block.substring(begin);
  }

  /** Returns whether a text's first line is one that a class may begin with. */
  static boolean isCode(String text) {
    int end = text.indexOf('\n');
    int length = Math.min(end < 0 ? text.length() : end, LONGEST_START);
    return CODE_LINE.matcher(text.substring(0, length)).matches();
  }

  /** Returns where the first line of code begins, 0 if there is none. */
  private static int begin(String text) {
    int at = 0;
    for (String line : text.split("\n", -1)) {
      if (isCode(line)) {
        return at;
      }
      at += line.length() + 1;
    }
    return 0;
  }
}
