package io.github.guerdon.critic.rule;

import io.github.guerdon.critic.source.Quote;
import io.github.guerdon.critic.source.SourceText;
import io.github.guerdon.critic.source.Token;
import io.github.guerdon.critic.source.Unseen;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** NAME, in the text: an identifier is short and its letters are of one script. */
final class IdentifierRule implements TextRule {

  private static final int LONGEST = 40;

  /** Greek letters that look like Latin ones. */
  private static final String LOOK_ALIKE = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονιϲϳ";

  /** Letters that can be taken for others, one for one; the second string says for which. */
  private static final String FROM =
      "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονιϲϳраеосухіјѕһԁԛԝѵАВЕКМНОРСТУХІЈЅѴµμıȷᴄᴏꜱᴠᴡᴢօսհոզ";

  private static final String TO =
      "ABEZHIKMNOPTYXovicjpaeocyxijshdqwvABEKMHOPCTYXIJSVμμijcosvwzouhnq";

  /** Scripts most of whose letters were taken from the Latin ones, or look as if. */
  private static final Set<UnicodeScript> TWINS =
      EnumSet.of(UnicodeScript.LISU, UnicodeScript.CHEROKEE, UnicodeScript.COPTIC);

  /** What is written together: kanji with kana, hanja with hangul, hanzi with bopomofo. */
  private static final List<Set<UnicodeScript>> TOGETHER =
      List.of(
          EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA),
          EnumSet.of(UnicodeScript.HAN, UnicodeScript.HANGUL),
          EnumSet.of(UnicodeScript.HAN, UnicodeScript.BOPOMOFO));

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

  /** Returns whether a name holds characters that are unseen or others' twins. */
  private static boolean disguised(String name) {
    boolean unseen =
        name.codePoints().anyMatch(c -> Character.isIdentifierIgnorable(c) || Unseen.is(c));
    boolean twin =
        name.codePoints().anyMatch(c -> TWINS.contains(UnicodeScript.of(c)) || likeASign(c));
    boolean styled =
        name.codePoints()
            .filter(c -> c != 'µ' && UnicodeScript.of(c) != UnicodeScript.GREEK)
            .mapToObj(Character::toString)
            .anyMatch(c -> !Normalizer.isNormalized(c, Normalizer.Form.NFKC));
    boolean composable = !Normalizer.isNormalized(name, Normalizer.Form.NFC);
    boolean cyrillic =
        name.codePoints().anyMatch(c -> UnicodeScript.of(c) == UnicodeScript.CYRILLIC)
            && skeleton(name).chars().allMatch(c -> c < 128);
    return unseen || twin || styled || composable || cyrillic;
  }

  /** Returns whether a letter looks like a sign: clicks like bars and an exclamation mark. */
  private static boolean likeASign(int c) {
    return (c >= 0x01C0 && c <= 0x01C3) || (c >= 0x02B0 && c <= 0x02FF);
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
    if (scripts.size() < 2 || TOGETHER.stream().anyMatch(t -> t.containsAll(scripts))) {
      return false;
    }
    boolean formula = scripts.equals(EnumSet.of(UnicodeScript.LATIN, UnicodeScript.GREEK));
    return !formula || name.chars().anyMatch(c -> LOOK_ALIKE.indexOf(c) >= 0);
  }
}
