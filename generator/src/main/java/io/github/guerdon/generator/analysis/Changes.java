package io.github.guerdon.generator.analysis;

import io.github.guerdon.generator.analysis.source.RewardText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in words what changed from one reward to another, term by term. */
public final class Changes {

  private static final int MOST_LINES = 14;
  private static final int LONGEST_LINE = 200;
  private static final int LONGEST_PIECE = 80;

  private Changes() {}

  /**
   * Returns the changes, a line each: terms added, removed and changed, then constants. Comments
   * and spaces are no change; nothing is said of what belongs to no term.
   */
  public static String between(String parentSource, String childSource) {
    RewardText parent = RewardText.of(parentSource);
    RewardText child = RewardText.of(childSource);
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, String> term : child.terms().entrySet()) {
      if (!parent.terms().containsKey(term.getKey())) {
        lines.add("term " + term.getKey() + " added: " + piece(term.getValue()));
      }
    }
    for (String term : parent.terms().keySet()) {
      if (!child.terms().containsKey(term)) {
        lines.add("term " + term + " removed");
      }
    }
    for (String term : child.terms().keySet()) {
      if (parent.terms().containsKey(term)) {
        changed(lines, term, parent, child);
      }
    }
    constants(lines, parent.constants(), child.constants());
    return text(lines);
  }

  private static void changed(
      List<String> lines, String term, RewardText parent, RewardText child) {
    String before = Objects.requireNonNull(parent.terms().get(term));
    String after = Objects.requireNonNull(child.terms().get(term));
    if (!before.equals(after)) {
      lines.add("term " + term + ": " + piece(before) + " → " + piece(after));
    }
    List<String> old = parent.feeds().getOrDefault(term, List.of());
    List<String> now = child.feeds().getOrDefault(term, List.of());
    List<String> gone = old.stream().filter(l -> !now.contains(l)).toList();
    List<String> come = now.stream().filter(l -> !old.contains(l)).toList();
    for (int i = 0; i < Math.max(gone.size(), come.size()); i++) {
      String from = i < gone.size() ? piece(gone.get(i)) : "nothing";
      String to = i < come.size() ? piece(come.get(i)) : "nothing";
      lines.add("term " + term + ", a line that it uses: " + from + " → " + to);
    }
  }

  private static void constants(
      List<String> lines, Map<String, String> parent, Map<String, String> child) {
    Set<String> names = new LinkedHashSet<>(parent.keySet());
    names.addAll(child.keySet());
    for (String name : names) {
      String before = parent.getOrDefault(name, "none");
      String after = child.getOrDefault(name, "none");
      if (!before.equals(after)) {
        lines.add("constant " + name + ": " + piece(before) + " → " + piece(after));
      }
    }
  }

  private static String text(List<String> lines) {
    if (lines.isEmpty()) {
      return "No term and no constant changed.";
    }
    Stream<String> shown =
        lines.stream().distinct().limit(MOST_LINES).map(l -> cut(l, LONGEST_LINE));
    long more = lines.stream().distinct().count() - MOST_LINES;
    Stream<String> rest = more > 0 ? Stream.of("and " + more + " more changes") : Stream.empty();
    return Stream.concat(shown, rest).collect(Collectors.joining("\n"));
  }

  private static String piece(String text) {
    return cut(text, LONGEST_PIECE);
  }

  private static String cut(String text, int longest) {
    return text.length() > longest ? text.substring(0, longest - 2) + " …" : text;
  }
}
