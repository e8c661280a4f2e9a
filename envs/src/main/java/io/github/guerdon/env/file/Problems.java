package io.github.guerdon.env.file;

import io.github.guerdon.env.file.Expression.Where;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collects all that is wrong with a task file, so that it is told at once. */
public final class Problems {

  private static final Pattern PLACE = Pattern.compile(":(\\d{1,9}):(\\d{1,9}): ");

  private final String file;
  private final List<Problem> problems = new ArrayList<>();

  private record Problem(int line, int column, String sentence) {}

  /** Makes an empty list of what is wrong with a file. */
  public Problems(String file) {
    this.file = file;
  }

  /** Adds a sentence about a place. */
  public void add(Where where, String sentence) {
    problems.add(new Problem(where.line(), where.column(), sentence));
  }

  /** Returns whether something is wrong. */
  public boolean any() {
    return !problems.isEmpty();
  }

  /** Throws all that was added, in the order of the file. */
  public void throwIfAny() throws TaskException {
    if (any()) {
      throw new TaskException(sentences());
    }
  }

  /** Returns sentences that begin with {@code file:line:column:} by line and column. */
  public static List<String> inFileOrder(List<String> sentences) {
    return sentences.stream().sorted(Comparator.comparingLong(Problems::place)).toList();
  }

  private static long place(String sentence) {
    Matcher m = PLACE.matcher(sentence);
    return m.find() ? Long.parseLong(m.group(1)) << 32 | Long.parseLong(m.group(2)) : 0;
  }

  private List<String> sentences() {
    return problems.stream()
        .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
        .map(p -> file + ":" + p.line() + ":" + p.column() + ": " + p.sentence())
        .distinct()
        .toList();
  }
}
