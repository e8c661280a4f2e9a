package io.github.guerdon.generator.design.offline;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names for terms and locals, made from elements' names: snake case, each once. */
final class Labels {

  private static final int ELEMENT = 13;

  private static final Pattern STRING = Pattern.compile("\"([^\"]*)\"");

  /** What a piece of an expression says of it, the most telling first. */
  private static final Map<String, String> SIGNS = signs();

  private final Set<String> used = new HashSet<>();

  private static Map<String, String> signs() {
    Map<String, String> signs = new LinkedHashMap<>();
    signs.put("Math.cos(", "cosine");
    signs.put("Math.sin(", "sine");
    signs.put("distanceTo(", "distance");
    signs.put("elocity(", "velocity");
    signs.put(".up()", "upright");
    signs.put(".z()", "height");
    signs.put(".position()", "position");
    return Collections.unmodifiableMap(signs);
  }

  /** Returns a label of at most 24 characters that was not given before. */
  String label(String element, String what) {
    String stem = snake(element, ELEMENT);
    String base = stem.isEmpty() ? what : what.isEmpty() ? stem : stem + "_" + what;
    String label = base;
    for (int n = 2; !used.add(label); n++) {
      label = base + n;
    }
    return label;
  }

  /** Returns a label for what an expression reads first. */
  String of(String text) {
    Matcher name = STRING.matcher(text);
    String what = "value";
    for (Map.Entry<String, String> sign : SIGNS.entrySet()) {
      if (text.contains(sign.getKey())) {
        what = sign.getValue();
        break;
      }
    }
    return label(name.find() ? name.group(1) : "", what);
  }

  private static String snake(String name, int most) {
    String words = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    String stem = words.replaceAll("^_+|_+$", "");
    String safe = !stem.isEmpty() && Character.isDigit(stem.charAt(0)) ? "n" + stem : stem;
    return safe.length() > most ? safe.substring(0, most).replaceAll("_+$", "") : safe;
  }

  /** Returns a label as a Java local's name. */
  static String camel(String label) {
    StringBuilder result = new StringBuilder();
    for (String word : label.split("_", -1)) {
      result.append(
          result.isEmpty() || word.isEmpty()
              ? word
              : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return result.toString();
  }

  /** Returns a label as a Java constant's name. */
  static String constant(String label) {
    return label.toUpperCase(Locale.ROOT);
  }
}
