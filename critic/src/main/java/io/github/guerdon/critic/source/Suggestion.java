package io.github.guerdon.critic.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what a wrong name may have meant. */
public final class Suggestion {

  private static final int LONGEST = 64;

  private Suggestion() {}

  /** Finds the nearest of several names, or nothing if none is near. */
  public static Optional<String> of(String wrong, Collection<String> names) {
    String start = wrong.length() > LONGEST ? wrong.substring(0, LONGEST) : wrong;
    int reach = Math.max(1, Math.min(4, (start.length() + 2) / 3));
    return names.stream()
        .filter(n -> distance(start, n) <= reach || related(start, n))
        .min(Comparator.comparingInt((String n) -> distance(start, n)).thenComparing(n -> n));
  }

  /** Returns {@code ; did you mean 'x'?}, or nothing. */
  public static String phrase(String wrong, Collection<String> names) {
    return of(wrong, names).map(n -> "; did you mean " + Quote.name(n) + "?").orElse("");
  }

  private static boolean related(String wrong, String name) {
    String a = wrong.toLowerCase(Locale.ROOT);
    String b = name.toLowerCase(Locale.ROOT);
    return a.length() >= 3 && b.length() >= 3 && (a.contains(b) || b.contains(a));
  }

  /** Returns the edit distance; a change of case alone costs nothing but breaks no tie. */
  private static int distance(String a, String b) {
    String x = a.toLowerCase(Locale.ROOT);
    String y =
        b.length() > LONGEST
            ? b.substring(0, LONGEST).toLowerCase(Locale.ROOT)
            : b.toLowerCase(Locale.ROOT);
    int[] row = new int[y.length() + 1];
    for (int j = 0; j <= y.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= x.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= y.length(); j++) {
        int above = row[j];
        int change = diagonal + (x.charAt(i - 1) == y.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, 1 + Math.min(above, row[j - 1]));
        diagonal = above;
      }
    }
    return row[y.length()];
  }
}
