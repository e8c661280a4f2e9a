package io.github.guerdon.critic.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the one Java class in a designer's answer. */
public final class Answer {

  private static final int LONGEST = 1 << 20;
  private static final Pattern CLASS = Pattern.compile("\\bclass\\s+[A-Z]\\w*");
  private static final Pattern REWARD =
      Pattern.compile("\\bclass\\s+\\w+[^{]*\\bimplements\\b[^{]*\\bRewardFunction\\b");
  private static final Pattern CODE_LINE =
      Pattern.compile(
          "\\s*(package\\s+[\\w.]+\\s*;.*|import\\s+(static\\s+)?\\w+\\..*|@\\w+.*|/\\*.*|//.*"
              + "|((public|final|abstract|strictfp|/\\*.*?\\*/)\\s+)*class\\s+\\w+.*)");
  private static final Pattern OPENING = Pattern.compile("\\s*(`{3,}|~{3,})\\s*[\\w+#-]*[^`]*");

  private Answer() {}

  /**
   * Returns the source in UTF-8: of several fenced classes the last that is a reward. Bytes are
   * kept as they are inside it, so that broken encodings are found by the text scan.
   */
  public static byte[] extract(byte[] answer) {
    // One char a byte: the markers are ASCII, and nothing is decoded with replacement.
    String text =
        new String(answer, 0, Math.min(answer.length, LONGEST), StandardCharsets.ISO_8859_1)
            .replace("\r\n", "\n");
    String spoken = withoutThinking(text);
    List<String> fences = fences(spoken);
    String source =
        best(fences, REWARD).orElseGet(() -> best(fences, CLASS).orElseGet(() -> unfenced(spoken)));
    return source.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static java.util.Optional<String> best(List<String> fences, Pattern wanted) {
    return fences.stream().filter(f -> wanted.matcher(f).find()).reduce((first, last) -> last);
  }

  private static String withoutThinking(String text) {
    String rest = text;
    for (String tag : List.of("think", "thinking", "reasoning")) {
      String open = "<" + tag + ">";
      String close = "</" + tag + ">";
      for (int from = rest.indexOf(open); from >= 0; from = rest.indexOf(open)) {
        int to = rest.indexOf(close, from);
        if (to < 0) {
          break; // Cut off or quoted: the text may still hold the class.
        }
        rest = rest.substring(0, from) + rest.substring(to + close.length());
      }
      int orphan = rest.lastIndexOf(close);
      rest = orphan < 0 ? rest : rest.substring(orphan + close.length());
    }
    return rest;
  }

  private static List<String> fences(String text) {
    List<String> found = new ArrayList<>();
    StringBuilder inside = new StringBuilder();
    String fence = "";
    int indent = 0;
    for (String line : text.split("\n", -1)) {
      String stripped = line.strip();
      if (fence.isEmpty()) {
        if (OPENING.matcher(line).matches()) {
          char mark = stripped.charAt(0);
          int length = 0;
          while (length < stripped.length() && stripped.charAt(length) == mark) {
            length++;
          }
          fence = stripped.substring(0, length);
          indent = line.indexOf(mark);
          inside.setLength(0);
        }
      } else if (stripped.startsWith(fence)
          && stripped.chars().allMatch(stripped.charAt(0) == '`' ? c -> c == '`' : c -> c == '~')) {
        found.add(inside.toString());
        fence = "";
      } else {
        inside.append(unindent(line, indent)).append('\n');
      }
    }
    if (!fence.isEmpty()) {
      found.add(inside.toString()); // No closing fence.
    }
    return found;
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

  /** Cuts prose before the first line of code and after the last closing brace. */
  private static String unfenced(String text) {
    if (!CLASS.matcher(text).find()) {
      return text.strip().isEmpty() ? "" : text;
    }
    List<String> lines = List.of(text.split("\n", -1));
    int from = 0;
    while (from < lines.size() && !CODE_LINE.matcher(lines.get(from)).matches()) {
      from++;
    }
    if (from == lines.size()) {
      return text;
    }
    String code = String.join("\n", lines.subList(from, lines.size()));
    int last = code.lastIndexOf('}');
    return last < 0 ? code : code.substring(0, last + 1) + "\n";
  }
}
