package io.github.guerdon.critic.rule;

import io.github.guerdon.critic.source.Quote;
import io.github.guerdon.critic.source.SourceText;
import io.github.guerdon.critic.source.Token;
import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** NAME, in the text: an identifier is short and its letters are of one script. */
final class IdentifierRule implements TextRule {

  private static final int LONGEST = 40;

  /** Greek letters that look like Latin ones. */
  private static final String LOOK_ALIKE = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονιϲϳ";

  @Override
  public void check(SourceText text, Findings findings) {
    for (Token token : text.tokens()) {
      if (token.kind() != Token.Kind.WORD) {
        continue;
      }
      String name = token.text();
      if (name.length() > LONGEST) {
        findings.add(
            "NAME",
            token.line(),
            token.column(),
            "identifier of "
                + name.length()
                + " characters; at most "
                + LONGEST
                + " are allowed: shorten it");
      } else if (mixed(name)) {
        findings.add(
            "NAME",
            token.line(),
            token.column(),
            "identifier "
                + Quote.name(name)
                + " mixes letters that look alike; use letters of one alphabet");
      }
    }
  }

  private static boolean mixed(String name) {
    Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
    name.codePoints()
        .mapToObj(UnicodeScript::of)
        .filter(s -> s != UnicodeScript.COMMON && s != UnicodeScript.INHERITED)
        .forEach(scripts::add);
    if (scripts.size() < 2) {
      return false;
    }
    boolean formula = scripts.equals(EnumSet.of(UnicodeScript.LATIN, UnicodeScript.GREEK));
    return !formula || name.chars().anyMatch(c -> LOOK_ALIKE.indexOf(c) >= 0);
  }
}
