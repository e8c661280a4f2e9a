package io.github.guerdon.critic.compile;

import java.util.ArrayList;
import java.util.List;

/** Lowered Java as it grows, and the source line that each of its lines came from. */
final class LoweredText {

  private static final char MARK = '\u0001';

  private final StringBuilder text = new StringBuilder();
  private final List<Integer> origins = new ArrayList<>();
  private int origin;

  /** Returns text that begins a new line of this origin when it is added. */
  static String at(int line) {
    return "" + MARK + line + MARK;
  }

  /** Adds text, beginning new lines where its origin changes. */
  LoweredText add(String part) {
    int from = 0;
    for (int mark = part.indexOf(MARK); mark >= 0; mark = part.indexOf(MARK, from)) {
      text.append(part, from, mark);
      int end = part.indexOf(MARK, mark + 1);
      newLine(Integer.parseInt(part.substring(mark + 1, end)));
      from = end + 1;
    }
    text.append(part, from, part.length());
    return this;
  }

  private void newLine(int line) {
    if (line != origin && line > 0) {
      text.append('\n');
      origins.add(origin);
      origin = line;
    }
  }

  int length() {
    return text.length();
  }

  /** Inserts text that begins no new line. */
  void insert(int at, String part) {
    text.insert(at, part);
  }

  /** Returns the source line that a line of the text came from, from 1. */
  int origin(int line) {
    return line >= 1 && line <= origins.size() ? origins.get(line - 1) : origin;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
