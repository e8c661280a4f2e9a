package io.github.guerdon.critic.source;

/** Knows the characters that show nothing. */
public final class Unseen {

  private Unseen() {}

  /**
   * Returns whether a character is one that is not shown, whether or not it has a meaning yet.
   *
   * @see <a href="https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point">UAX #44</a>
   */
  public static boolean is(int c) {
    return c == 0x00AD
        || c == 0x034F
        || c == 0x061C
        || in(c, 0x115F, 0x1160)
        || in(c, 0x17B4, 0x17B5)
        || in(c, 0x180B, 0x180F)
        || in(c, 0x200B, 0x200F)
        || in(c, 0x202A, 0x202E)
        || in(c, 0x2060, 0x206F)
        || c == 0x2800 // A Braille pattern without a dot.
        || c == 0x3164
        || in(c, 0xFE00, 0xFE0F)
        || c == 0xFEFF
        || c == 0xFFA0
        || in(c, 0xFFF0, 0xFFF8)
        || in(c, 0x1BCA0, 0x1BCA3)
        || in(c, 0x1D173, 0x1D17A)
        || in(c, 0xE0000, 0xE0FFF);
  }

  private static boolean in(int c, int first, int last) {
    return c >= first && c <= last;
  }
}
