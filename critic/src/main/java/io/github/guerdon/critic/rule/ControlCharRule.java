package io.github.guerdon.critic.rule;

import io.github.guerdon.critic.source.SourceText;
import io.github.guerdon.critic.source.Unseen;

/**
 * CONTROL_CHAR: no character that makes text look like something else: control, bidirectional,
 * private-use and unseen ones, comments included.
 */
final class ControlCharRule implements TextRule {

  @Override
  public void check(SourceText text, Findings findings) {
    String all = text.text();
    for (int i = 0; i < all.length(); i += Character.charCount(all.codePointAt(i))) {
      int c = all.codePointAt(i);
      if (refused(c)) {
        findings.add(
            "CONTROL_CHAR",
            text.line(i),
            text.column(i),
            String.format("character U+%04X is not allowed, also in comments; remove it", c));
        return; // One is enough: the rest may be megabytes of them.
      }
    }
  }

  private static boolean refused(int c) {
    if (c == '\n' || c == '\t') {
      return false;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      // Joiners inside emoji and words are harmless in comments; bidirectional marks are not.
      case Character.FORMAT -> c != 0x200D && c != 0x200C;
      // Two of the variation selectors say whether a sign is an emoji; with all of them one can
      // write a text that only a program reads.
      default -> (Unseen.is(c) && c != 0xFE0E && c != 0xFE0F) || noCharacter(c);
    };
  }

  /** Returns whether Unicode promises that a code will never be a character. */
  private static boolean noCharacter(int c) {
    return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
  }
}
