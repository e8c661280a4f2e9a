package io.github.guerdon.critic.rule;

import io.github.guerdon.critic.source.Quote;
import io.github.guerdon.critic.source.SourceText;
import io.github.guerdon.critic.source.Token;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** NAME, in the text: an identifier is short and its letters are of one script. */
final class IdentifierRule implements TextRule {

  private static final int LONGEST = 40;

  /** Greek letters that look like Latin ones. */
  private static final String LOOK_ALIKE = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονιϲϳ";

  /** Letters that can be taken for others, one for one; the second string says for which. */
  private static final String FROM = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονιϲϳраеосухіјѕһԁԛԝАВЕКМНОРСТУХІЈЅµμ";

  private static final String TO = "ABEZHIKMNOPTYXovicjpaeocyxijshdqwABEKMHOPCTYXIJSμμ";

  @Override
  public void check(SourceText text, Findings findings) {
    Map<String, String> seen = new HashMap<>();
    for (Token token : text.tokens()) {
      if (token.kind() == Token.Kind.WORD) {
        problem(token.text(), seen)
            .ifPresent(message -> findings.add("NAME", token.line(), token.column(), message));
      }
    }
  }

  private static Optional<String> problem(String name, Map<String, String> seen) {
    if (name.length() > LONGEST) {
      return Optional.of(
          "identifier of "
              + name.length()
              + " characters; at most "
              + LONGEST
              + " are allowed: shorten it");
    } else if (mixed(name)) {
      return Optional.of(
          "identifier "
              + Quote.name(name)
              + " mixes letters that look alike; use letters of one alphabet");
    } else if (disguised(name)) {
      return Optional.of(
          "identifier "
              + Quote.name(name)
              + " holds characters that are unseen or look like others; write plain letters");
    }
    String other = seen.putIfAbsent(skeleton(name), name);
    return other == null || other.equals(name)
        ? Optional.empty()
        : Optional.of(
            "identifier "
                + Quote.name(name)
                + " looks like "
                + Quote.name(other)
                + ", which is another one; rename it");
  }

  /** Returns whether a name holds unseen characters, or none but Cyrillic look-alikes. */
  private static boolean disguised(String name) {
    boolean unseen =
        name.codePoints()
            .anyMatch(c -> Character.isIdentifierIgnorable(c) || (c >= 0xFE00 && c <= 0xFE0F));
    boolean styled =
        name.codePoints()
            .filter(c -> c != 'µ' && UnicodeScript.of(c) != UnicodeScript.GREEK)
            .mapToObj(Character::toString)
            .anyMatch(c -> !Normalizer.isNormalized(c, Normalizer.Form.NFKC));
    boolean composable = !Normalizer.isNormalized(name, Normalizer.Form.NFC);
    boolean cyrillic =
        name.codePoints().anyMatch(c -> UnicodeScript.of(c) == UnicodeScript.CYRILLIC)
            && skeleton(name).chars().allMatch(c -> c < 128);
    return unseen || styled || composable || cyrillic;
  }

  private static String skeleton(String name) {
    StringBuilder plain = new StringBuilder();
    name.codePoints()
        .forEach(
            c -> {
              int at = FROM.indexOf(c);
              plain.appendCodePoint(at < 0 ? c : TO.charAt(at));
            });
    return Normalizer.normalize(plain, Normalizer.Form.NFKC);
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
