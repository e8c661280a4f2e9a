package io.github.guerdon.generator.llm.account;

import static io.github.guerdon.generator.llm.Provider.ANTHROPIC;
import static io.github.guerdon.generator.llm.Provider.GEMINI;
import static io.github.guerdon.generator.llm.Provider.MISTRAL;
import static io.github.guerdon.generator.llm.Provider.OLLAMA;
import static io.github.guerdon.generator.llm.Provider.OPENAI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.guerdon.generator.llm.ModelSettings;
import io.github.guerdon.generator.llm.Provider;
import io.github.guerdon.generator.llm.TokenUsage;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PriceTableTest {

  private static final String HEAD = "format: 1\nas_of: 2026-11-05\nprices:\n";
  private static final String ROW =
      "  - {provider: openai, model: m, input: 1, output: 2, source: me}\n";

  @TempDir private Path folder;

  @Test
  void builtInTableKnowsEachProvider() {
    PriceTable table = PriceTable.builtIn();
    assertThat(table.asOf()).isAfter(LocalDate.of(2026, 1, 1));
    assertThat(input(table, OPENAI, "gpt-5-mini")).contains(new BigDecimal("0.25"));
    assertThat(input(table, ANTHROPIC, "claude-sonnet-4-5-20250929"))
        .contains(new BigDecimal("3.00"));
    assertThat(input(table, GEMINI, "gemini-2.5-flash")).contains(new BigDecimal("0.30"));
    assertThat(input(table, MISTRAL, "codestral-latest")).contains(new BigDecimal("0.30"));
    assertThat(table.find(OLLAMA, "qwen3:8b", Optional.empty())).matches(p -> p.get().isFree());
  }

  @Test
  void copyOfTheBuiltInTableReadsTheSame() throws Exception {
    PriceTable table = PriceTable.builtIn();
    PriceTable copy = read(table.text());
    assertThat(copy.text()).isEqualTo(table.text());
    assertThat(copy.find(ModelSettings.of(OPENAI, "gpt-5")))
        .isEqualTo(table.find(ModelSettings.of(OPENAI, "gpt-5")))
        .isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gpt-5-2025-08-07",
        "gpt-5-latest",
        "gpt-5-preview",
        "gpt-5-0905",
        "gpt-5@20250807"
      })
  void editionsCostWhatTheirModelCosts(String model) {
    PriceTable table = PriceTable.builtIn();
    assertThat(input(table, OPENAI, model)).contains(new BigDecimal("1.25"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpt-5-pro", "gpt-5.99", "gpt-50", "gp", "", "GPT-5", "gpt-5-mini-x"})
  void otherModelsOfAFamilyAreUnknown(String model) {
    assertThat(PriceTable.builtIn().find(OPENAI, model, Optional.empty())).isEmpty();
  }

  @Test
  void longestRowCounts() throws Exception {
    PriceTable table =
        read(
            HEAD
                + "  - {provider: openai, model: a*, input: 1, output: 1, source: me}\n"
                + "  - {provider: openai, model: a-b*, input: 2, output: 1, source: me}\n"
                + "  - {provider: openai, model: a-b, input: 3, output: 1, source: me}\n"
                + "  - {provider: openai, model: '*', input: 4, output: 1, source: me}\n");
    assertThat(input(table, OPENAI, "ax")).contains(new BigDecimal("1"));
    assertThat(input(table, OPENAI, "a-bx")).contains(new BigDecimal("2"));
    assertThat(input(table, OPENAI, "a-b")).contains(new BigDecimal("3"));
    assertThat(input(table, OPENAI, "a-b-latest")).contains(new BigDecimal("3"));
    assertThat(input(table, OPENAI, "z")).contains(new BigDecimal("4"));
    assertThat(input(table, MISTRAL, "z")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:8080/v1",
        "http://127.0.0.1:1234",
        "http://127.8.9.1/v1",
        "http://[::1]:8000/v1",
        "http://LOCALHOST/v1"
      })
  void serversOnThisMachineAreFree(String url) {
    assertThat(PriceTable.builtIn().find(OPENAI, "gpt-5", Optional.of(URI.create(url))))
        .hasValueSatisfying(price -> assertThat(price.isFree()).isTrue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://openrouter.ai/api/v1",
        "http://192.168.1.7:8000/v1",
        "http://localhost.example.com/v1",
        "http://127.0.0.1.example.com/v1",
        "https://api.openai.com:8443/v1"
      })
  void pricesAtOtherAddressesAreUnknown(String url) {
    assertThat(PriceTable.builtIn().find(OPENAI, "gpt-5", Optional.of(URI.create(url)))).isEmpty();
    assertThat(PriceTable.builtIn().find(OLLAMA, "any", Optional.of(URI.create(url)))).isEmpty();
  }

  @Test
  void providersOwnAddressWrittenOutChangesNothing() {
    URI url = URI.create("https://API.openai.com:443/v1/");
    assertThat(PriceTable.builtIn().find(OPENAI, "gpt-5", Optional.of(url))).isPresent();
  }

  @Test
  void rowWithAnAddressCountsThereOnly() throws Exception {
    PriceTable table =
        read(
            HEAD
                + "  - {provider: openai, base_url: https://a.example/v1/, model: m, input: 1,"
                + " output: 2, source: me}\n");
    URI there = URI.create("https://A.example/v1");
    URI elsewhere = URI.create("https://a.example/v2");
    assertThat(table.find(OPENAI, "m", Optional.of(there))).isPresent();
    assertThat(table.find(OPENAI, "m", Optional.of(elsewhere))).isEmpty();
    assertThat(table.find(OPENAI, "m", Optional.empty())).isEmpty();
  }

  @Test
  void costIsExact() throws Exception {
    Price price =
        read(HEAD
                + "  - {provider: openai, model: m, input: 1.10, cached_input: 0.275, output:"
                + " 4.40, source: me}\n")
            .find(OPENAI, "m", Optional.empty())
            .orElseThrow();
    assertThat(price.cost(new TokenUsage(1_000_003, 400_000, 7, 5)))
        .isEqualByComparingTo("0.7700341");
    assertThat(price.source()).isEqualTo("me");
    assertThat(price.asOf()).isEqualTo("2026-11-05");
  }

  @Test
  void cachedInputWithoutAPriceCostsWhatInputCosts() throws Exception {
    Price price = read(HEAD + ROW).find(OPENAI, "m", Optional.empty()).orElseThrow();
    assertThat(price.cost(new TokenUsage(1_000_000, 1_000_000, 0, 0))).isEqualByComparingTo("1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | 1: the file is empty",
        "'format: 2' | 1: format is 2, this version reads 1",
        "'format: 1' | 1: key as_of is missing",
        "'format: 1\nas_of: soon\nprices: []' | 2: as_of is soon",
        "'format: 1\nas_of: 2026-11-05\nprices: {}' | 3: prices must be a list",
        "'format: 1\nas_of: 2026-11-05\nprices: []\ncurrency: EUR' | 4: unknown key currency",
        "'format: 1\nformat: 1' | 2: key format stands twice",
        "'[1]' | 1: must be keys with values",
        "'format: [1' | 1: ",
        "'a: &a [*a]' | 1: ",
      })
  void wrongTableIsRefusedWithItsLine(String text, String message) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(PriceException.class)
        .hasMessageContaining("prices.yaml:" + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{provider: openai, model: m, input: 1, output: 2} | key source is missing",
        "{provider: openai, model: m, input: 1, output: 2, source: ''} | must name its source",
        "{provider: aws, model: m, input: 1, output: 2, source: me} | provider is aws",
        "{provider: openai, model: '', input: 1, output: 2, source: me} | model is empty",
        "{provider: openai, model: m, input: -1, output: 2, source: me} | input is -1",
        "{provider: openai, model: m, input: 1e99999999, output: 2, source: me} | input is 1e9",
        "{provider: openai, model: m, input: [1], output: 2, source: me} | must be a single value",
        "{provider: openai, model: m, input: 1, cached_input: 2, output: 2, source: me} | cached",
        "{provider: openai, model: m, input: 1, outptu: 2, source: me} | unknown key outptu",
        "{provider: openai, base_url: here, model: m, input: 1, output: 2, source: me} | base_url",
        "just a word | must be keys with values",
        "{provider: openai, model: m, input: 1, output: 9, source: me} | has a row already",
      })
  void wrongRowIsRefusedWithItsLine(String row, String message) {
    assertThatThrownBy(() -> read(HEAD + ROW + "\n  - " + row + "\n"))
        .isInstanceOf(PriceException.class)
        .hasMessageContaining("prices.yaml:6: ")
        .hasMessageContaining(message);
  }

  @Test
  void unreadableFileIsRefused() throws Exception {
    assertThatThrownBy(() -> PriceTable.read(folder.resolve("none")))
        .isInstanceOf(PriceException.class)
        .hasMessageContaining("none: cannot be read");
    Path file = folder.resolve("binary");
    Files.write(file, new byte[] {'a', (byte) 0xff});
    assertThatThrownBy(() -> PriceTable.read(file))
        .isInstanceOf(PriceException.class)
        .hasMessageContaining("no UTF-8");
    Files.write(file, new byte[(1 << 20) + 1]);
    assertThatThrownBy(() -> PriceTable.read(file))
        .isInstanceOf(PriceException.class)
        .hasMessageContaining("longer than 1 MiB");
  }

  private PriceTable read(String text) throws Exception {
    Path file = folder.resolve("prices.yaml");
    Files.writeString(file, text);
    return PriceTable.read(file);
  }

  private static Optional<BigDecimal> input(PriceTable table, Provider provider, String model) {
    return table.find(provider, model, Optional.empty()).map(Price::input);
  }
}
