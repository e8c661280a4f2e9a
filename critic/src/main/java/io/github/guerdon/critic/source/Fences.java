package io.github.guerdon.critic.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fenced blocks of an answer.
 *
 * @param blocks what is in them, without the fences
 * @param outside the lines outside of all of them
 */
record Fences(List<String> blocks, String outside) {

  private static final Pattern OPENING = Pattern.compile("\\s*+(`{3,}+|~{3,}+)\\s*+[^`]*+");

  /** Of a text that is bare Java, where tildes are a ruler in a comment. */
  private static final Pattern BACKTICKS = Pattern.compile("\\s*+`{3,}+\\s*+[^`]*+");

  private static final Pattern JAVA_OPENING =
      Pattern.compile("\\s*+(`{3,}+|~{3,}+)\\s*+java\\b[^`]*+", Pattern.CASE_INSENSITIVE);
  private static final Pattern DIFF_OPENING =
      Pattern.compile("\\s*+(`{3,}+|~{3,}+)\\s*+(diff|patch)\\b[^`]*+", Pattern.CASE_INSENSITIVE);
  private static final Pattern ONE_LINE =
      Pattern.compile("\\s*+(?<marks>`{3,}+)\\s*+(java\\s)?(?<code>[^`]*+)\\k<marks>\\s*+");
  private static final Pattern COMMENT = Pattern.compile("\\*|//|/\\*");

  /** Copies the list. */
  Fences {
    blocks = List.copyOf(blocks);
  }

  /** Reads a text. */
  static Fences in(String text) {
    Pattern openings = AnswerHead.isCode(text.strip()) ? BACKTICKS : OPENING;
    List<String> found = new ArrayList<>();
    StringBuilder outside = new StringBuilder();
    StringBuilder inside = new StringBuilder();
    String fence = "";
    boolean diff = false;
    int indent = 0;
    for (String line : text.split("\n", -1)) {
      String stripped = line.strip();
      boolean opening = (fence.isEmpty() ? openings : JAVA_OPENING).matcher(line).matches();
      Matcher whole = ONE_LINE.matcher(line);
      if (fence.isEmpty() && whole.matches()) {
        found.add(whole.group("code") + "\n");
      } else if (fence.isEmpty() && !opening) {
        outside.append(line).append('\n');
      } else if (!fence.isEmpty() && closes(stripped, fence)) {
        found.add(code(inside, diff));
        fence = "";
      } else if (!fence.isEmpty() && closesBehindCode(stripped, fence)) {
        String code = line.substring(0, line.lastIndexOf(fence));
        found.add(code(inside.append(unindent(code, indent)).append('\n'), diff));
        fence = "";
      } else if (opening) {
        if (!fence.isEmpty()) {
          // A fence within another one, or behind one that was never closed.
          found.add(code(inside, diff));
        }
        fence = marks(stripped);
        diff = DIFF_OPENING.matcher(line).matches();
        indent = line.indexOf(fence);
        inside.setLength(0);
      } else {
        inside.append(unindent(line, indent)).append('\n');
      }
    }
    if (!fence.isEmpty()) {
      found.add(code(inside, diff)); // No closing fence.
    }
    return new Fences(List.copyOf(found), outside.toString());
  }

  /**
   * Returns what a block comes to: a diff's new side, a string of JSON or Python; prose before it
   * is left out.
   */
  private static String code(CharSequence inside, boolean diff) {
    String text = inside.toString();
    String plain = StringAnswer.unwrapped(diff ? DiffBlock.applied(text) : text);
    String code =
        plain.equals(text) ? text : RewardClasses.lastOf(in(plain).blocks()).orElse(plain);
    return AnswerHead.cutFenced(code);
  }

  private static boolean closes(String stripped, String fence) {
    return stripped.startsWith(fence) && marks(stripped).length() == stripped.length();
  }

  /** Returns whether a fence follows a brace on its line, where Java has no such characters. */
  private static boolean closesBehindCode(String stripped, String fence) {
    return stripped.endsWith(fence)
        && stripped.substring(0, stripped.length() - fence.length()).stripTrailing().endsWith("}")
        && !COMMENT.matcher(stripped).lookingAt();
  }

  /** Returns the run of equal characters that a text begins with. */
  private static String marks(String text) {
    int length = 1;
    while (length < text.length() && text.charAt(length) == text.charAt(0)) {
      length++;
    }
    return text.substring(0, length);
  }

  private static String unindent(String line, int indent) {
    int blanks = 0;
    while (blanks < indent
        && blanks < line.length()
        && Character.isWhitespace(line.charAt(blanks))) {
      blanks++;
    }
    return line.substring(blanks);
  }
}
