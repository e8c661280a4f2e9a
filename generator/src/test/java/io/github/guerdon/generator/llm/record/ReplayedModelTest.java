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
import io.github.guerdon.generator.llm.ModelRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReplayedModelTest {

  @TempDir private Path folder;

  @Test
  void replayAnswersAndFailsAsTheRecordedModelDid() throws Exception {
    LanguageModel recording =
        recording(
            r ->
                r.label().equals("g1c2")
                    ? failure(Kind.SERVER_ERROR, "overloaded")
                    : answer("code of " + r.label()));
    ModelOutcome first = recording.ask(request("g1c1", "one"));
    ModelOutcome second = recording.ask(request("g1c2", "two"));
    ReplayedModel replay = ReplayedModel.of(CallArchive.at(folder));
    assertThat(replay.name()).isEqualTo("openai gpt-5-mini");
    assertThat(replay.ask(request("g1c1", "one"))).isEqualTo(first);
    assertThat(replay.ask(request("g1c2", "two"))).isEqualTo(second);
    assertThat(replay.ask(request("g1c1", "one"))).isEqualTo(first);
  }

  @Test
  void changedRequestIsRefused() throws Exception {
    recording(r -> answer("code")).ask(request("g1c1", "one"));
    ReplayedModel replay = ReplayedModel.of(CallArchive.at(folder));
    assertThat(message(replay.ask(request("g1c1", "other"))))
        .contains("call g1c1 was recorded")
        .contains("the prompts, the task or the settings have changed");
    assertThat(message(replay.ask(request("g1c1", "one").again("g1c1", 4_001))))
        .contains("have changed");
  }

  @Test
  void absentCallIsRefused() throws Exception {
    recording(r -> answer("code")).ask(request("g1c1", "one"));
    assertThat(message(ReplayedModel.of(CallArchive.at(folder)).ask(request("g1c2", "one"))))
        .contains("call g1c2 is not in " + folder);
  }

  @Test
  void callWithoutAnEndIsRefused() throws Exception {
    LanguageModel killed =
        recording(
            r -> {
              throw new IllegalStateException("killed");
            });
    assertThatThrownBy(() -> killed.ask(request("g1c1", "one"))).hasMessage("killed");
    assertThat(message(ReplayedModel.of(CallArchive.at(folder)).ask(request("g1c1", "one"))))
        .contains("has no end")
        .contains("resume that run");
  }

  @Test
  void callThatIsDamagedLaterIsRefused() throws Exception {
    recording(r -> answer("code")).ask(request("g1c1", "one"));
    ReplayedModel replay = ReplayedModel.of(CallArchive.at(folder));
    Files.writeString(folder.resolve("g1c1.json"), "{}");
    assertThat(message(replay.ask(request("g1c1", "one")))).contains("no format");
  }

  @Test
  void folderWithoutCallsIsRefused() {
    assertThatThrownBy(() -> ReplayedModel.of(CallArchive.at(folder.resolve("none"))))
        .isInstanceOf(RecordException.class)
        .hasMessageContaining("holds no recorded call");
  }

  @Test
  void nameFromAFileCannotSteerATerminal() throws Exception {
    recording(r -> answer("code")).ask(request("g1c1", "one"));
    Path file = folder.resolve("g1c1.json");
    String text = Files.readString(file).replace("openai gpt-5-mini", "\\u001b[2Jopenai \\u202ex");
    Files.writeString(file, text);
    assertThat(ReplayedModel.of(CallArchive.at(folder)).name()).isEqualTo("?[2Jopenai ?x");
  }

  private LanguageModel recording(Function<ModelRequest, ModelOutcome> rule) {
    return new RecordingModel(
        Calls.scripted(rule), SETTINGS, PRICE, Optional.empty(), CallArchive.at(folder));
  }

  private static String message(ModelOutcome outcome) {
    CallFailure failure =
        outcome.match(
            answered -> {
              throw new AssertionError("answered: " + answered);
            },
            ModelOutcome.Failed::failure);
    assertThat(failure.kind()).isEqualTo(Kind.NOT_RECORDED);
    assertThat(failure.attempts()).isZero();
    return failure.message();
  }
}
