package io.github.guerdon.critic.rule;

import io.github.guerdon.critic.source.SourceText;

/**
 * CONTROL_CHAR: no character that makes text look like something else: control, bidirectional and
 * private-use ones, comments included.
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
      default -> false;
    };
  }
}
