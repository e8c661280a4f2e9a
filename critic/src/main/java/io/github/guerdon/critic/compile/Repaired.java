package io.github.guerdon.critic.compile;

import java.util.Comparator;
import java.util.List;

/**
 * A source with its slips repaired.
 *
 * @param original the text as it came
 * @param text plain Java with the same line breaks
 * @param edits what was changed, in order and without overlap
 */
record Repaired(String original, String text, List<Edit> edits) {

  /** Replaces {@code [from, to)} of the original. */
  record Edit(int from, int to, String text) {}

  Repaired {
    edits = List.copyOf(edits);
  }

  /** Applies edits; of two that overlap the later is dropped. */
  static Repaired of(String original, List<Edit> wanted) {
    List<Edit> sorted =
        wanted.stream()
            .sorted(Comparator.comparingInt(Edit::from).thenComparingInt(Edit::to))
            .toList();
    List<Edit> edits = new java.util.ArrayList<>();
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (Edit edit : sorted) {
      if (edit.from() >= at) {
        text.append(original, at, edit.from()).append(edit.text());
        at = edit.to();
        edits.add(edit);
      }
    }
    return new Repaired(original, text.append(original.substring(at)).toString(), edits);
  }

  /** Returns the line and column in the original of an offset in the repaired text, from 1. */
  int[] place(long offset) {
    long shift = 0;
    for (Edit edit : edits) {
      if (edit.from() + shift >= offset) {
        break;
      }
      shift += edit.text().length() - (edit.to() - edit.from());
      offset = Math.max(offset, edit.from() + shift);
    }
    int at = (int) Math.max(0, Math.min(original.length(), offset - shift));
    int line = 1 + (int) original.substring(0, at).chars().filter(c -> c == '\n').count();
    return new int[] {line, at - original.lastIndexOf('\n', at - 1)};
  }
}
