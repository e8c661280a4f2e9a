package io.github.guerdon.generator.analysis.source;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A reward's source cut into terms and constants by its tokens, without a parser: it is good enough
 * to say what changed, and never to decide anything.
 *
 * @param terms each term's expression by its normal name
 * @param feeds for each term the statements that its expression depends on, in order
 * @param constants each constant's value by its name
 * @param locals the value of each local that is assigned once, by its name
 * @param helpers each helper method's body by its name
 * @param parameters the reward method's parameters in order: before, action, after, terms
 */
public record RewardText(
    Map<String, String> terms,
    Map<String, List<String>> feeds,
    Map<String, String> constants,
    Map<String, String> locals,
    Map<String, String> helpers,
    List<String> parameters) {

  private static final Pattern WORD = Pattern.compile("[A-Za-z_$][\\w$]*");

  /** A word that is no member's name and does not start a literal. */
  private static final Pattern NAME = Pattern.compile("(?<![\\w$.\"])[A-Za-z_$][\\w$]*");

  /** Names of names of names: more than rewards have. */
  private static final int DEPTH = 4;

  /** From here on names stay: a hostile text could make itself longer without end. */
  private static final int LONG = 20_000;

  /** Copies the maps and the list. */
  public RewardText {
    terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
    feeds = Collections.unmodifiableMap(new LinkedHashMap<>(feeds));
    constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
    locals = Collections.unmodifiableMap(new LinkedHashMap<>(locals));
    helpers = Collections.unmodifiableMap(new LinkedHashMap<>(helpers));
    parameters = List.copyOf(parameters);
  }

  /**
   * Returns all text that a term's value comes from: its expression, the statements that feed it,
   * and the helpers that they call, each on a line of its own; empty if there is no such term.
   */
  public String all(String term) {
    Set<String> lines = new LinkedHashSet<>();
    lines.add(terms.getOrDefault(term, ""));
    lines.addAll(feeds.getOrDefault(term, List.of()));
    Set<String> seen = new LinkedHashSet<>();
    boolean grew = true;
    while (grew) {
      grew = false;
      for (Map.Entry<String, String> helper : helpers.entrySet()) {
        boolean called = lines.stream().anyMatch(l -> names(l).contains(helper.getKey()));
        if (called && seen.add(helper.getKey())) {
          lines.add(helper.getValue());
          grew = true;
        }
      }
    }
    return String.join("\n", lines);
  }

  /**
   * Returns all text that a term's value comes from, with what constants and locals stand for in
   * the place of their names; a local that is assigned more than once keeps its name.
   */
  public String spelledOut(String term) {
    Map<String, String> values = new LinkedHashMap<>(constants);
    values.putAll(locals);
    String text = all(term);
    for (int depth = 0; depth < DEPTH; depth++) {
      text = replaced(text, values);
    }
    return text;
  }

  private static String replaced(String text, Map<String, String> values) {
    StringBuilder written = new StringBuilder();
    Matcher name = NAME.matcher(text);
    int from = 0;
    while (written.length() < LONG && name.find()) {
      written.append(text, from, name.start());
      written.append(values.getOrDefault(name.group(), name.group()));
      from = name.end();
    }
    return written.append(text, from, text.length()).toString();
  }

  /** Returns whether a term's value comes from this parameter of the reward method. */
  public boolean reads(String term, int parameter) {
    return parameter < parameters.size() && names(all(term)).contains(parameters.get(parameter));
  }

  private static Set<String> names(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  /** Reads a source. */
  public static RewardText of(String source) {
    return RewardReader.read(source);
  }
}
