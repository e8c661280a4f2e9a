package io.github.guerdon.generator.llm.record;

import static io.github.guerdon.generator.llm.record.Calls.PRICE;
import static io.github.guerdon.generator.llm.record.Calls.SETTINGS;
import static io.github.guerdon.generator.llm.record.Calls.answer;
import static io.github.guerdon.generator.llm.record.Calls.failure;
import static io.github.guerdon.generator.llm.record.Calls.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.guerdon.generator.llm.AttemptBudget.Reservation;
import io.github.guerdon.generator.llm.CallFailure.Kind;
import io.github.guerdon.generator.llm.ModelOutcome;
import io.github.guerdon.generator.llm.ModelRequest;
import io.github.guerdon.generator.llm.ModelSettings;
import io.github.guerdon.generator.llm.Provider;
import io.github.guerdon.generator.llm.TokenUsage;
import io.github.guerdon.generator.llm.Turn;
import io.github.guerdon.generator.llm.account.CallBudget;
import io.github.guerdon.generator.llm.account.CallCaps;
import io.github.guerdon.generator.llm.account.Spend;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CallArchiveTest {

  @TempDir private Path folder;

  @Test
  void answeredCallLooksLikeItsGoldenFile() throws Exception {
    archive().end(call("g1c2", answer("```java\nclass R {}\n```\n“ok” – ä")));
    assertThat(Files.readString(folder.resolve("g1c2.json"))).isEqualTo(golden("answered.json"));
  }

  @Test
  void failedCallLooksLikeItsGoldenFile() throws Exception {
    RecordedCall call =
        new RecordedCall(
            request("g1c2", "Now."),
            request("g1c2", "Now.").hash(),
            "ollama qwen3:8b",
            ModelSettings.of(Provider.OLLAMA, "qwen3:8b"),
            90,
            Optional.of(failure(Kind.RATE_LIMITED, "come back in 60 s")),
            Optional.empty());
    archive().end(call);
    assertThat(Files.readString(folder.resolve("g1c2.json"))).isEqualTo(golden("failed.json"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"answered.json", "failed.json", "sent.json"})
  void goldenFilesAreReadAndWrittenAlike(String name) throws Exception {
    Path file = folder.resolve("g1c2.json");
    Files.writeString(file, golden(name));
    RecordedCall call = archive().find("g1c2").orElseThrow();
    archive().end(call);
    assertThat(Files.readString(file)).isEqualTo(golden(name));
    assertThat(call.request().label()).isEqualTo("g1c2");
  }

  @Test
  void spendLooksLikeItsGoldenFile() throws Exception {
    archive()
        .keep(
            new Spend(
                12,
                new TokenUsage(40_120, 1_024, 9_300, 4_000),
                1,
                Optional.of(new BigDecimal("0.0000001"))));
    assertThat(Files.readString(folder.resolve("_spend.json"))).isEqualTo(golden("spend.json"));
  }

  @Test
  void anyTextSurvives() throws Exception {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 300; i++) {
      String text = text(random);
      ModelRequest request = new ModelRequest("c" + i, text, List.of(Turn.user("x" + text)), 1);
      RecordedCall call =
          new RecordedCall(
              request,
              request.hash(),
              "name",
              SETTINGS,
              0,
              Optional.of(answer(text)),
              Optional.empty());
      archive().end(call);
      assertThat(archive().find("c" + i)).contains(call);
    }
  }

  private static String text(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(60);
    for (int i = 0; i < length; i++) {
      switch (random.nextInt(4)) {
        case 0 -> text.append((char) random.nextInt(0x20));
        case 1 -> text.append((char) random.nextInt(0xd800, 0xe000));
        case 2 -> text.append((char) random.nextInt(0x10000));
        default -> text.append("\"\\/<&\u2028".charAt(random.nextInt(6)));
      }
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../g1c1", "a/b", "", "A", "a.b", "_spend", "a b", "ä", "a\u0000"})
  void labelCannotLeaveTheFolder(String label) {
    assertThatThrownBy(() -> archive().find(label))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be 1 to 40 of a-z, 0-9 and -");
  }

  @ParameterizedTest
  @CsvSource({"2, format is 2", "0, format is 0", "-1, format is -1", "99999999999, out of range"})
  void otherVersionIsRefusedByItsNumber(String format, String message) throws Exception {
    write("{\"format\":" + format + ",\"what\":\"ever\"}");
    assertThatThrownBy(() -> archive().find("g1c2"))
        .isInstanceOf(RecordException.class)
        .hasMessageContaining(message)
        .hasMessageContaining("this version reads 1; use the version that wrote it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | no format",
        "[] | no format",
        "nonsense | no JSON",
        "{'format':1} {} | no JSON",
        "{'format':1,'format':1} | no JSON",
        "{'format':1} | label is missing",
        "{'format':'1'} | no format",
        "{'format':1.0} | no format",
        "{'format':null} | no format",
      })
  void fileThatIsNoCallIsRefused(String text, String message) throws Exception {
    write(text.replace('\'', '"'));
    assertThatThrownBy(() -> archive().find("g1c2"))
        .isInstanceOf(RecordException.class)
        .hasMessageContaining("g1c2.json")
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"label\" : \"g1c2\" | \"label\" : \"g1c1\" | another label",
        "\"label\" : \"g1c2\" | \"label\" : \"../x\" | must be 1 to 40",
        "\"openai\" | \"aws\" | settings.provider is no known Provider",
        "\"input\" : 1000 | \"input\" : -1 | answer.usage.input must be a whole number",
        "\"input\" : 1000 | \"input\" : 9e99 | answer.usage.input must be a whole number",
        "\"input\" : 1000 | \"input\" : 1 | parts must be from 0 to their whole",
        "\"seconds\" : 2.5 | \"seconds\" : 1e999999999 | answer.seconds must be a number",
        "\"attempts\" : 2 | \"attempts\" : 4294967297 | answer.attempts must be at most",
        "\"attempts\" : 2 | \"attempts\" : 2, \"more\" : 1 | answer has the unknown key more",
        "\"answer\" | \"failure\" | failure.kind is missing",
        "\"PT10M\" | \"ten\" | settings.deadline must be a time",
        "\"complete\" | \"\\u001b[2J\" | answer.ending is no known Ending",
        "\"hash\" : \" | \"hash\" : \"x | hash must be 64",
        "\"text\" : \"Now.\" | \"text\" : \"\" | blank",
        "\"text\" : \"Now.\" | \"text\" : null | request.turns.text is missing",
        "https://gateway | https://me:pass@gateway | must have none",
        "\"usd\" : 0.00076 | \"usd\" : -1 | usd must be a number of at least 0",
      })
  void alteredFileIsRefused(String what, String by, String message) throws Exception {
    String whole = golden("answered.json");
    assertThat(whole).contains(what);
    write(whole.replace(what, by));
    assertThatThrownBy(() -> archive().find("g1c2"))
        .isInstanceOf(RecordException.class)
        .hasMessageContaining(message)
        .hasMessageMatching("[ -~]*");
  }

  @Test
  void everyCutIsRefused() throws Exception {
    String whole = golden("sent.json");
    for (int length = 0; length < whole.length() - 2; length += 7) {
      write(whole.substring(0, length));
      assertThatThrownBy(() -> archive().find("g1c2")).isInstanceOf(RecordException.class);
    }
  }

  @Test
  void linksFoldersAndGiantsAreNotRead() throws Exception {
    Path file = folder.resolve("g1c2.json");
    Path secret = Files.writeString(folder.resolve("secret"), golden("answered.json"));
    Files.createSymbolicLink(file, secret);
    assertThatThrownBy(() -> archive().find("g1c2")).hasMessageContaining("is no plain file");
    Files.delete(file);
    Files.createDirectory(file);
    assertThatThrownBy(() -> archive().find("g1c2")).hasMessageContaining("is no plain file");
    Files.delete(file);
    Files.write(file, new byte[JsonFiles.MOST_BYTES + 1]);
    assertThatThrownBy(() -> archive().find("g1c2")).hasMessageContaining("is longer than");
  }

  @Test
  void deepNestingIsRefused() throws Exception {
    write("[".repeat(100_000) + "]".repeat(100_000));
    assertThatThrownBy(() -> archive().find("g1c2")).isInstanceOf(RecordException.class);
  }

  @Test
  void unfinishedFileOfAKilledRunIsReplacedAndNotFollowed() throws Exception {
    Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "mine");
    Files.createSymbolicLink(folder.resolve("g1c2.json.tmp"), elsewhere);
    archive().end(call("g1c2", answer("code")));
    assertThat(elsewhere).hasContent("mine");
    assertThat(archive().calls()).hasSize(1);
  }

  @Test
  void spendOfARunIsWhatItsBudgetKept() throws Exception {
    CallArchive archive = archive();
    CallBudget budget = CallBudget.open(CallCaps.none(), PRICE, archive.spent(PRICE), archive);
    Reservation settled = budget.reserve(2_000, 4_000).orElseThrow();
    settled.settle(new TokenUsage(1_000, 0, 300, 0));
    budget.reserve(2_000, 4_000).orElseThrow().unknown();
    // In flight when the run is killed.
    assertThat(budget.reserve(2_000, 4_000)).isPresent();
    assertThat(archive().spent(PRICE)).isEqualTo(budget.most());
    assertThat(archive().spent(PRICE).calls()).isEqualTo(3);
    assertThat(archive().spent(PRICE).usage()).isEqualTo(new TokenUsage(5_000, 0, 8_300, 0));
    assertThat(archive().spent(Optional.empty()).money()).isEmpty();
  }

  @Test
  void callThatAKillCutShortBeforeTheLogHeardOfItCounts() throws Exception {
    archive().keep(Spend.none());
    Files.writeString(folder.resolve("g1c2.json"), golden("sent.json"));
    assertThat(archive().spent(PRICE))
        .isEqualTo(new Spend(1, new TokenUsage(120, 0, 4_000, 0), 1, Optional.empty()).at(PRICE));
  }

  @Test
  void spendWithoutALogIsCountedFromTheCalls() throws Exception {
    archive().end(call("g1c1", answer("code")));
    archive().end(call("g1c2", failure(Kind.TIMED_OUT, "too slow")));
    assertThat(archive().spent(PRICE).calls()).isEqualTo(5);
    assertThat(archive().spent(PRICE).usage()).isEqualTo(new TokenUsage(1_000, 400, 300, 100));
    assertThat(CallArchive.at(folder.resolve("none")).spent(PRICE))
        .isEqualTo(Spend.none().at(PRICE));
  }

  @Test
  void damagedSpendIsRefused() throws Exception {
    for (String text :
        List.of(
            "{",
            "{\"format\":2}",
            "{\"format\":1,\"spend\":{}}",
            golden("spend.json").replace("\"calls\" : 12", "\"calls\" : 0"))) {
      Files.writeString(folder.resolve("_spend.json"), text);
      assertThatThrownBy(() -> archive().spent(PRICE))
          .isInstanceOf(RecordException.class)
          .hasMessageContaining("_spend.json");
    }
  }

  private CallArchive archive() {
    return CallArchive.at(folder);
  }

  private void write(String text) throws IOException {
    Files.writeString(folder.resolve("g1c2.json"), text);
  }

  private static RecordedCall call(String label, ModelOutcome outcome) {
    ModelRequest request = request(label, "Now.");
    return new RecordedCall(
        request,
        request.hash(),
        "openai gpt-5-mini",
        SETTINGS,
        120,
        Optional.of(outcome),
        Optional.of(new BigDecimal("0.00076")));
  }

  private static String golden(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(CallArchiveTest.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
