package io.github.guerdon.prompt;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The variables that a text and the texts it includes mention. */
final class TemplateUse {

  private static final Pattern TAG = Pattern.compile("(?s)\\{\\{(.*?)\\}\\}|\\{%(.*?)%\\}");
  private static final Pattern WITHOUT = Pattern.compile("\\{#\\s*without\\s+(\\w+)\\s*#\\}");
  private static final Pattern INCLUDE =
      Pattern.compile("\\{%-?\\s*include\\s+[\"']([^\"']+)[\"']");
  private static final Pattern STRING = Pattern.compile("\"[^\"]*\"|'[^']*'");
  private static final Pattern WORD = Pattern.compile("(?<![\\w.])[A-Za-z_]\\w*");

  private final Set<String> words;

  private TemplateUse(Set<String> words) {
    this.words = words;
  }

  /**
   * Reads a text and all that it includes.
   *
   * @throws PromptException if one of them includes itself, directly or through others
   */
  static TemplateUse of(String file, Map<String, String> texts) {
    Set<String> words = new HashSet<>();
    collect(List.of(file), texts, words);
    return new TemplateUse(Set.copyOf(words));
  }

  private static void collect(List<String> way, Map<String, String> texts, Set<String> words) {
    String file = way.get(way.size() - 1);
    if (way.indexOf(file) < way.size() - 1) {
      throw new PromptException(
          file
              + " includes itself ("
              + String.join(" > ", way)
              + "); take one of these includes out");
    }
    String text = texts.getOrDefault(file, "");
    WITHOUT.matcher(text).results().forEach(found -> words.add(found.group(1)));
    for (Matcher tag = TAG.matcher(text); tag.find(); ) {
      String inside = STRING.matcher(tag.group()).replaceAll("");
      WORD.matcher(inside).results().forEach(found -> words.add(found.group()));
    }
    for (Matcher include = INCLUDE.matcher(text); include.find(); ) {
      collect(Stream.concat(way.stream(), Stream.of(include.group(1))).toList(), texts, words);
    }
  }

  boolean mentions(String variable) {
    return words.contains(variable);
  }
}
