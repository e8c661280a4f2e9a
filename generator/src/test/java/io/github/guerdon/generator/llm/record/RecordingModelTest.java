package io.github.guerdon.generator.llm.record;

import static io.github.guerdon.generator.llm.record.Calls.PRICE;
import static io.github.guerdon.generator.llm.record.Calls.SETTINGS;
import static io.github.guerdon.generator.llm.record.Calls.answer;
import static io.github.guerdon.generator.llm.record.Calls.failure;
import static io.github.guerdon.generator.llm.record.Calls.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.guerdon.generator.llm.CallFailure;
import io.github.guerdon.generator.llm.CallFailure.Kind;
import io.github.guerdon.generator.llm.LanguageModel;
import io.github.guerdon.generator.llm.ModelOutcome;
import io.github.guerdon.generator.llm.ModelReply;
import io.github.guerdon.generator.llm.ModelRequest;
import io.github.guerdon.generator.llm.ModelSettings;
import io.github.guerdon.generator.llm.ScriptedModel;
import io.github.guerdon.generator.llm.Secret;
import io.github.guerdon.generator.llm.TokenUsage;
import io.github.guerdon.generator.llm.Turn;
import io.github.guerdon.generator.llm.account.Spend;
import io.github.guerdon.generator.llm.account.TokenCounter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecordingModelTest {

  @TempDir private Path folder;

  @Test
  void requestIsOnDiskBeforeItIsSent() throws Exception {
    List<Optional<RecordedCall>> seen = new ArrayList<>();
    ModelRequest request = request("g1c1", "now");
    ScriptedModel model =
        Calls.scripted(
            r -> {
              seen.add(found("g1c1"));
              return answer("code");
            });
    assertThat(recording(model).ask(request)).isEqualTo(answer("code"));
    assertThat(seen).hasSize(1);
    RecordedCall before = seen.get(0).orElseThrow();
    assertThat(before.request()).isEqualTo(request);
    assertThat(before.hash()).isEqualTo(request.hash());
    assertThat(before.settings()).isEqualTo(SETTINGS);
    assertThat(before.outcome()).isEmpty();
    RecordedCall after = found("g1c1").orElseThrow();
    assertThat(after.outcome()).contains(answer("code"));
    // 600 fresh at 0.25, 400 cached at 0.025, 300 out at 2.00.
    assertThat(after.money().orElseThrow()).isEqualByComparingTo("0.00076");
  }

  @Test
  void recordedAnswerIsReturnedWithoutACall() {
    recording(Calls.scripted(r -> answer("first"))).ask(request("g1c1", "now"));
    ScriptedModel resumed = Calls.scripted(r -> answer("second"));
    assertThat(recording(resumed).ask(request("g1c1", "now"))).isEqualTo(answer("first"));
    assertThat(resumed.requests()).isEmpty();
  }

  @Test
  void failuresAreAskedAgainAndStayOnRecord() throws Exception {
    recording(Calls.scripted(r -> failure(Kind.TIMED_OUT, "too slow"))).ask(request("g1c1", "now"));
    recording(Calls.scripted(r -> failure(Kind.BUDGET, "no money"))).ask(request("g1c1", "now"));
    assertThat(recording(Calls.scripted(r -> answer("code"))).ask(request("g1c1", "now")))
        .isEqualTo(answer("code"));
    assertThat(names()).containsExactly("g1c1.1.json", "g1c1.2.json", "g1c1.json");
    assertThat(CallArchive.at(folder).spent(PRICE).calls()).isEqualTo(3 + 3 + 2);
  }

  @Test
  void callThatAKillCutShortIsAskedAgainAndCountsAtItsMost() throws Exception {
    ModelRequest request = request("g1c1", "now");
    ScriptedModel killed =
        Calls.scripted(
            r -> {
              throw new IllegalStateException("killed");
            });
    assertThatThrownBy(() -> recording(killed).ask(request)).hasMessage("killed");
    TokenUsage most = new TokenUsage(new TokenCounter().most(request), 0, 4_000, 0);
    CallArchive archive = CallArchive.at(folder);
    assertThat(archive.spent(PRICE).usage()).isEqualTo(most);
    assertThat(archive.spent(PRICE).assumed()).isEqualTo(1);
    assertThat(archive.spent(PRICE).money()).contains(PRICE.orElseThrow().cost(most));
    recording(Calls.scripted(r -> answer("code"))).ask(request);
    assertThat(archive.spent(PRICE).calls()).isEqualTo(1 + 2);
    assertThat(archive.spent(PRICE).usage())
        .isEqualTo(most.plus(new TokenUsage(1_000, 400, 300, 100)));
  }

  @Test
  void answerWithoutTokenCountsCountsAtItsMost() throws Exception {
    ModelReply silent =
        new ModelReply("code", "", ModelReply.Ending.COMPLETE, TokenUsage.none(), "m", 1, 1);
    ModelRequest request = request("g1c1", "now");
    recording(Calls.scripted(r -> new ModelOutcome.Answered(silent))).ask(request);
    Spend spent = CallArchive.at(folder).spent(PRICE);
    assertThat(spent.usage())
        .isEqualTo(new TokenUsage(new TokenCounter().most(request), 0, 4_000, 0));
    assertThat(spent.assumed()).isEqualTo(1);
    assertThat(found("g1c1").orElseThrow().money()).isEmpty();
  }

  @Test
  void changedRequestAndChangedModelAreAskedAnew() throws Exception {
    recording(Calls.scripted(r -> answer("first"))).ask(request("g1c1", "now"));
    assertThat(recording(Calls.scripted(r -> answer("2nd"))).ask(request("g1c1", "changed")))
        .isEqualTo(answer("2nd"));
    LanguageModel other =
        recording(
            Calls.scripted(r -> answer("3rd")), SETTINGS.withTemperature(0.1), Optional.empty());
    assertThat(other.ask(request("g1c1", "changed"))).isEqualTo(answer("3rd"));
    assertThat(names()).containsExactly("g1c1.1.json", "g1c1.2.json", "g1c1.json");
  }

  @Test
  void damagedRecordStopsTheCallUnsent() throws Exception {
    Files.writeString(folder.resolve("g1c1.json"), "{\"format\":1,");
    ScriptedModel model = Calls.scripted(r -> answer("code"));
    ModelOutcome outcome = recording(model).ask(request("g1c1", "now"));
    assertThat(kind(outcome)).isEqualTo(Kind.NOT_RECORDED);
    assertThat(message(outcome)).contains("g1c1.json:1: the file is damaged");
    assertThat(model.requests()).isEmpty();
    assertThat(Files.readString(folder.resolve("g1c1.json"))).isEqualTo("{\"format\":1,");
  }

  @Test
  void manyCallsAtOnceAreEachKept() throws Exception {
    LanguageModel model = recording(Calls.scripted(r -> answer("answer to " + r.label())));
    ExecutorService pool = Executors.newFixedThreadPool(8);
    List<Future<ModelOutcome>> outcomes = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      ModelRequest request = request("g1c" + i, "now");
      outcomes.add(pool.submit(() -> model.ask(request)));
    }
    for (int i = 0; i < 40; i++) {
      assertThat(outcomes.get(i).get()).isEqualTo(answer("answer to g1c" + i));
    }
    pool.shutdown();
    assertThat(CallArchive.at(folder).calls()).hasSize(40);
    assertThat(CallArchive.at(folder).spent(PRICE).calls()).isEqualTo(80);
    assertThat(names()).noneMatch(name -> name.endsWith(".tmp"));
  }

  @Test
  void labelThatIsBeingAskedIsRefused() throws Exception {
    CyclicBarrier barrier = new CyclicBarrier(2);
    LanguageModel model =
        recording(
            Calls.scripted(
                r -> {
                  meet(barrier);
                  meet(barrier);
                  return answer("code");
                }));
    ExecutorService pool = Executors.newSingleThreadExecutor();
    Future<ModelOutcome> first = pool.submit(() -> model.ask(request("g1c1", "now")));
    meet(barrier);
    assertThatThrownBy(() -> model.ask(request("g1c1", "now")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("g1c1");
    meet(barrier);
    assertThat(first.get()).isEqualTo(answer("code"));
    pool.shutdown();
  }

  @Test
  void interruptedThreadStillKeepsItsCall() throws Exception {
    LanguageModel model =
        recording(
            Calls.scripted(
                r -> {
                  Thread.currentThread().interrupt();
                  return failure(Kind.CANCELLED, "stopped");
                }));
    try {
      assertThat(model.ask(request("g1c1", "now"))).isEqualTo(failure(Kind.CANCELLED, "stopped"));
      assertThat(model.ask(request("g1c1", "now"))).isEqualTo(failure(Kind.CANCELLED, "stopped"));
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(found("g1c1").orElseThrow().outcome()).contains(failure(Kind.CANCELLED, "stopped"));
    assertThat(names()).containsExactly("g1c1.1.json", "g1c1.json");
  }

  @Test
  void unwritableFolderStopsTheCallUnsent() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    ScriptedModel model = Calls.scripted(r -> answer("code"));
    LanguageModel recording =
        new RecordingModel(
            model, SETTINGS, PRICE, Optional.empty(), CallArchive.at(file.resolve("calls")));
    assertThatThrownBy(() -> recording.ask(request("g1c1", "now")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("cannot be recorded");
    assertThat(model.requests()).isEmpty();
  }

  @Test
  void keyNeverReachesAFile() throws Exception {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 100; i++) {
      String key = key(random);
      plant(key, i, random);
      for (String name : names()) {
        String text = Files.readString(folder.resolve(name));
        assertThat(text).doesNotContain(key).doesNotContain(base64(key));
        assertThat(name).doesNotContain(key);
      }
    }
    assertThat(names()).hasSize(100);
  }

  /** Asks a call with a key in every text of request, settings and outcome. */
  private void plant(String key, int number, SplittableRandom random) throws Exception {
    ModelOutcome outcome =
        random.nextBoolean()
            ? new ModelOutcome.Answered(
                new ModelReply(
                    "code " + key + key,
                    key,
                    ModelReply.Ending.COMPLETE,
                    TokenUsage.none(),
                    "m-" + key,
                    0,
                    1))
            : failure(Kind.BAD_KEY, "wrong key \"" + key + "\" or " + base64(key));
    ModelRequest request =
        new ModelRequest(
            "c" + number,
            "system " + key,
            List.of(Turn.user(key), Turn.assistant("a" + key), Turn.user(key + "\n")),
            10);
    ModelSettings settings = ModelSettings.of(SETTINGS.provider(), "m" + key);
    ModelOutcome returned =
        recording(Calls.scripted(r -> outcome), settings, Optional.of(Secret.of(key))).ask(request);
    assertThat(returned.toString()).doesNotContain(key).contains(Secret.MASK);
    RecordedCall call = found("c" + number).orElseThrow();
    assertThat(call.outcome()).contains(returned);
    assertThat(call.hash()).isEqualTo(request.hash());
    assertThat(ReplayedModel.of(CallArchive.at(folder)).ask(request)).isEqualTo(returned);
  }

  private static String key(SplittableRandom random) {
    StringBuilder key = new StringBuilder();
    int length = random.nextInt(12, 80);
    for (int i = 0; i < length; i++) {
      // Quotes and backslashes too, which JSON escapes; no asterisk, which is the mask's.
      char c = (char) random.nextInt('!', 127);
      key.append(c == '*' ? '\\' : c);
    }
    return key.toString();
  }

  private static String base64(String key) {
    return Base64.getEncoder()
        .withoutPadding()
        .encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }

  private LanguageModel recording(LanguageModel model) {
    return recording(model, SETTINGS, Optional.empty());
  }

  private LanguageModel recording(
      LanguageModel model, ModelSettings settings, Optional<Secret> key) {
    return new RecordingModel(model, settings, PRICE, key, CallArchive.at(folder));
  }

  private Optional<RecordedCall> found(String label) {
    try {
      return CallArchive.at(folder).find(label);
    } catch (RecordException e) {
      throw new AssertionError(e);
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static Kind kind(ModelOutcome outcome) {
    return failed(outcome).kind();
  }

  private static String message(ModelOutcome outcome) {
    return failed(outcome).message();
  }

  private static CallFailure failed(ModelOutcome outcome) {
    return outcome.match(
        answered -> {
          throw new AssertionError("answered: " + answered);
        },
        ModelOutcome.Failed::failure);
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }
}
