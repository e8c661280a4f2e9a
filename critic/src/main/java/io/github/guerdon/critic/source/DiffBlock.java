package io.github.guerdon.critic.source;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads what a diff comes to, where it shows the whole of a class. */
final class DiffBlock {

  private static final Pattern LINE = Pattern.compile("[-+ @\\\\].*|");
  private static final Pattern NO_CODE = Pattern.compile("(-|\\+\\+\\+ |@@|\\\\).*");

  private DiffBlock() {}

  /**
   * Returns the new side; lines of the old one are left empty, so that the others keep their
   * numbers. A text with lines that no diff has stays as it is.
   */
  static String applied(String block) {
    List<String> lines = List.of(block.split("\n", -1));
    if (!lines.stream().allMatch(line -> LINE.matcher(line).matches())) {
      return block;
    }
    return lines.stream()
        .map(line -> line.isEmpty() || NO_CODE.matcher(line).matches() ? "" : line.substring(1))
        .collect(Collectors.joining("\n"));
  }

  /** Returns the lines that a patch adds, without their signs, in place of all of them. */
  static String added(String patch) {
    return patch
        .lines()
        .map(line -> line.startsWith("+") && !line.startsWith("+++ ") ? line.substring(1) : "")
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
