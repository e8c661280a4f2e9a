package io.github.guerdon.critic.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A designer's answer, taken apart.
 *
 * @param source the Java in it: of several fenced classes the last that is a reward, without prose
 *     behind it; all of the text if nothing looks like Java
 * @param rewards the complete reward classes in it, each one once however often it is repeated
 * @param prose what stands outside of the code, without thinking
 */
public record Answer(String source, List<String> rewards, String prose) {

  private static final int LONGEST = 1 << 20;

  /** Longer lines are no first line of a class; a bound keeps matching linear. */
  private static final int LONGEST_START = 400;

  private static final Pattern CLASS = Pattern.compile("\\bclass\\s++[A-Z]\\w*");
  private static final Pattern REWARD =
      Pattern.compile(
          "\\bclass\\s++\\w++[^{]{0,400}\\bimplements\\b[^{]{0,400}\\bRewardFunction\\b");
  private static final Pattern CODE_LINE =
      Pattern.compile(
          "\\s*(package\\s+[\\w.]+\\s*;.*|import\\s+(static\\s+)?\\w+\\..*|@\\w+.*|/\\*.*|//.*"
              + "|((public|final|abstract|strictfp|/\\*.*?\\*/)\\s+)*class\\s+\\w+.*)");
  private static final Pattern OPENING = Pattern.compile("\\s*+(`{3,}+|~{3,}+)\\s*+[^`]*+");
  private static final Pattern JAVA_OPENING =
      Pattern.compile("\\s*+(`{3,}+|~{3,}+)\\s*+java\\b[^`]*+", Pattern.CASE_INSENSITIVE);
  private static final Pattern COMMENT = Pattern.compile("\\*|//|/\\*");
  private static final List<String> THINKING = List.of("think", "thinking", "reasoning");

  /** Copies the list. */
  public Answer {
    rewards = List.copyOf(rewards);
  }

  /**
   * Returns the source in UTF-8: of several fenced classes the last that is a reward. Bytes are
   * kept as they are inside it, so that broken encodings are found by the text scan.
   */
  public static byte[] extract(byte[] answer) {
    // One char a byte: the markers are ASCII, and nothing is decoded with replacement.
    String text = new String(answer, StandardCharsets.ISO_8859_1);
    return of(text).source().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Takes an answer apart; of a huge one only the first megabyte counts. */
  public static Answer of(String answer) {
    String text = answer.substring(0, Math.min(answer.length(), LONGEST)).replace("\r\n", "\n");
    String spoken = JsonAnswer.unwrapped(withoutThinking(text));
    Fenced fenced = Fenced.in(spoken);
    Optional<String> best = last(fenced.blocks(), REWARD).or(() -> last(fenced.blocks(), CLASS));
    String source = best.orElseGet(() -> unfenced(spoken));
    return new Answer(
        AnswerTail.cut(source),
        RewardClasses.in(best.isPresent() ? fenced.blocks() : List.of(source)),
        beforeUnclosedThinking(
            best.isPresent() || !hasClass(source)
                ? fenced.outside()
                : spoken.replace(source.stripTrailing(), "")));
  }

  /** Returns whether there is a class in the source, whatever it is worth. */
  public boolean hasClass() {
    return hasClass(source);
  }

  private static boolean hasClass(String source) {
    return RewardClasses.anyIn(source);
  }

  private static Optional<String> last(List<String> blocks, Pattern wanted) {
    return blocks.stream().filter(f -> wanted.matcher(f).find()).reduce((first, last) -> last);
  }

  private static String withoutThinking(String text) {
    String rest = text;
    for (String tag : THINKING) {
      Matcher open = ignoringCase("<" + tag + ">").matcher(rest);
      Matcher close = ignoringCase("</" + tag + ">").matcher(rest);
      StringBuilder spoken = new StringBuilder();
      int from = 0;
      // An opening tag without its closing one: cut off or quoted; the class may still follow.
      while (open.find(from) && close.find(open.end())) {
        spoken.append(rest, from, open.start());
        from = close.end();
      }
      spoken.append(rest, from, rest.length());
      rest = afterLast(ignoringCase("</" + tag + ">"), spoken.toString());
    }
    return rest;
  }

  private static String afterLast(Pattern orphan, String text) {
    Matcher matcher = orphan.matcher(text);
    int end = 0;
    while (matcher.find()) {
      end = matcher.end();
    }
    return text.substring(end);
  }

  private static String beforeUnclosedThinking(String prose) {
    String rest = prose;
    for (String tag : THINKING) {
      Matcher open = ignoringCase("<" + tag + ">").matcher(rest);
      rest = open.find() ? rest.substring(0, open.start()) : rest;
    }
    return rest;
  }

  private static Pattern ignoringCase(String literal) {
    return Pattern.compile(Pattern.quote(literal), Pattern.CASE_INSENSITIVE);
  }

  /** Cuts prose before the first line of code and after the last closing brace. */
  private static String unfenced(String text) {
    if (!CLASS.matcher(text).find()) {
      return text.strip().isEmpty() ? "" : text;
    }
    List<String> lines = List.of(text.split("\n", -1));
    int from = 0;
    while (from < lines.size() && !isCode(lines.get(from))) {
      from++;
    }
    if (from == lines.size()) {
      return text;
    }
    String code = String.join("\n", lines.subList(from, lines.size()));
    int last = code.lastIndexOf('}');
    return last < 0 ? code : code.substring(0, last + 1) + "\n";
  }

  private static boolean isCode(String line) {
    return CODE_LINE.matcher(line.substring(0, Math.min(line.length(), LONGEST_START))).matches();
  }

  /** Fenced blocks, without their fences, and the lines outside of all of them. */
  private record Fenced(List<String> blocks, String outside) {

    static Fenced in(String text) {
      List<String> found = new ArrayList<>();
      StringBuilder outside = new StringBuilder();
      StringBuilder inside = new StringBuilder();
      String fence = "";
      int indent = 0;
      for (String line : text.split("\n", -1)) {
        String stripped = line.strip();
        if (fence.isEmpty()) {
          if (OPENING.matcher(line).matches()) {
            fence = marks(stripped);
            indent = line.indexOf(fence);
            inside.setLength(0);
          } else {
            outside.append(line).append('\n');
          }
        } else if (stripped.startsWith(fence) && marks(stripped).length() == stripped.length()) {
          found.add(inside.toString());
          fence = "";
        } else if (closesBehindCode(stripped, fence)) {
          String code = line.substring(0, line.lastIndexOf(fence));
          found.add(inside.append(unindent(code, indent)).append('\n').toString());
          fence = "";
        } else if (JAVA_OPENING.matcher(line).matches()) {
          // A fence within another one, or behind one that was never closed.
          found.add(inside.toString());
          fence = marks(stripped);
          indent = line.indexOf(fence);
          inside.setLength(0);
        } else {
          inside.append(unindent(line, indent)).append('\n');
        }
      }
      if (!fence.isEmpty()) {
        found.add(inside.toString()); // No closing fence.
      }
      return new Fenced(found.stream().map(JsonAnswer::unwrapped).toList(), outside.toString());
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
}
