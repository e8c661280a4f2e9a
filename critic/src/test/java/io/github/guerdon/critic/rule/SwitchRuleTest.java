package io.github.guerdon.critic.rule;

import org.junit.jupiter.api.Test;

final class SwitchRuleTest {

  @Test
  void armsHaveOneForm() {
    Marked.body(
        "COMPILE_ERROR",
        """
        int k = (int) v;
        switch (k) {
          case 0 -> v += 1;
          case 1: v += 2; // BUG
          default -> v += 3;
        }
        switch (k) { case 0: v += 1; default: v += 2; }
        switch (k) { case 0 -> v += 1; default -> v += 2; }
        """);
  }

  @Test
  void eachCaseIsAConstantOfItsOwnThatTheSelectorCanHave() {
    Marked.body(
        "COMPILE_ERROR",
        """
        int k = (int) v;
        int other = 4;
        final int four = 4;
        byte b = (byte) k;
        switch (k) {
          case 1, 2 -> v += 1;
          case 2 -> v += 2; // BUG
          case other -> v += 3; // BUG
          case four, 'a' -> v += 4;
          case 97 -> v += 5; // BUG
          case 1.5 -> v += 6; // BUG
        }
        switch (b) { case 127 -> v += 1; default -> v += 2; }
        switch (b) {
          case 128 -> v += 1; // BUG
          default -> v += 2;
        }
        """);
  }

  @Test
  void defaultIsThereOnce() {
    Marked.body(
        "COMPILE_ERROR",
        """
        switch ((int) v) {
          default -> v += 1;
          case 1 -> v += 2;
          default -> v += 3; // BUG
        }
        """);
  }

  @Test
  void aSelectorIsASmallWholeNumber() {
    Marked.body(
        "COMPILE_ERROR",
        """
        switch (v) { default -> v += 1; } // BUG
        switch (3L) { default -> v += 1; } // BUG
        switch (v > 0) { default -> v += 1; } // BUG
        switch ((char) 65) { default -> v += 1; }
        switch ((short) v) { default -> v += 1; }
        """);
  }
}
