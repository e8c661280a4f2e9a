package io.github.guerdon.env.file;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Suggests the name that somebody probably meant. */
public final class DidYouMean {

  private DidYouMean() {}

  /** Finds the nearest name: at most a third of the letters differ, case and dashes aside. */
  public static Optional<String> nearest(String name, Collection<String> known) {
    String wanted = plain(name);
    return known.stream()
        .filter(
            k ->
                distance(wanted, plain(k))
                    <= Math.max(1, Math.max(wanted.length(), k.length()) / 3))
        .min(Comparator.comparingInt(k -> distance(wanted, plain(k))));
  }

  /** Returns {@code ; did you mean 'x'?}, or what names there are. */
  public static String hint(String name, Collection<String> known) {
    return nearest(name, known)
        .map(k -> "; did you mean '" + k + "'?")
        .orElseGet(() -> known.isEmpty() ? "; there are none" : "; known: " + shown(known));
  }

  private static String shown(Collection<String> known) {
    String list = known.stream().limit(20).collect(Collectors.joining(", "));
    return known.size() > 20 ? list + ", …" : list;
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace('-', '_');
  }

  /** Returns how many letters must be added, dropped, changed or swapped with a neighbour. */
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
