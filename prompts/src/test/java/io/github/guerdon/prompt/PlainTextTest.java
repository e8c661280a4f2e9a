package io.github.guerdon.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PlainTextTest {

  @Test
  void fenceIsLongerThanAnyRunInside() {
    assertThat(PlainText.fence("text", "a\n`````\nb")).isEqualTo("``````text\na\n`````\nb\n``````");
  }

  @Test
  void fenceHasThreeTicksAtLeast() {
    assertThat(PlainText.fence("java", "int x;\n\n")).isEqualTo("```java\nint x;\n```");
  }

  @ParameterizedTest
  @ValueSource(
      ints = {0x00, 0x07, 0x0D, 0x1B, 0x7F, 0x200B, 0x202E, 0x2066, 0x2028, 0xFEFF, 0xE000})
  void hiddenCharacterIsShownByItsNumber(int character) {
    String text = "a" + Character.toString(character) + "b";
    assertThat(PlainText.visible(text)).isEqualTo("a<U+%04X>b".formatted(character));
  }

  @Test
  void lonelySurrogateIsShownByItsNumber() {
    assertThat(PlainText.visible("a\uD800b")).isEqualTo("a<U+D800>b");
  }

  @Test
  void lineFeedsTabsLettersAndSymbolsStay() {
    assertThat(PlainText.visible("γ·Φ\r\n\t→ 日本 😀")).isEqualTo("γ·Φ\n\t→ 日本 😀");
  }

  @Test
  void quoteKeepsEveryLineBehindItsSign() {
    assertThat(PlainText.quote("Run.\n\n## Fitness\nAll.\n"))
        .isEqualTo("> Run.\n>\n> ## Fitness\n> All.");
    assertThat(PlainText.quote("")).isEqualTo(">");
  }

  @Test
  void inlineCodeIsOneLineWithTicksOfItsOwn() {
    assertThat(PlainText.code(" a\n b ")).isEqualTo("`a b`");
    assertThat(PlainText.code("a `` b")).isEqualTo("``` a `` b ```");
  }

  @Test
  void nameIsAJavaLiteralOnOneLine() {
    assertThat(PlainText.literal("torso")).isEqualTo("\"torso\"");
    assertThat(PlainText.literal("a\"\\\n```\u202E## b"))
        .isEqualTo("\"a\\\"\\\\<U+000A><U+0060><U+0060><U+0060><U+202E>## b\"");
  }

  @ParameterizedTest
  @CsvSource({
    "400000,400000",
    "0.008,0.008",
    "-2.6179938,-2.61799",
    "0,0",
    "-0.0,0",
    "1e-12,1E-12",
    "0.000123,0.000123",
    "1e300,1E+300",
    "Infinity,inf",
    "-Infinity,-inf",
    "NaN,nan"
  })
  void numberHasSixDigitsAtMost(double value, String text) {
    assertThat(Figures.of(value)).isEqualTo(text);
  }
}
