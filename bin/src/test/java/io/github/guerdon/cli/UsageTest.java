package io.github.guerdon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.sandbox.nn.CudaDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UsageTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "search",
        "batch",
        "tune",
        "train",
        "review",
        "tasks",
        "show",
        "compare",
        "export",
        "clean",
        "replay",
        "play",
        "robustness",
        "ask",
        "bench",
        "doctor"
      })
  void eachCommandExplainsItself(String command) {
    Shell.Result result = Shell.run(command, "--help");
    assertThat(result.exit()).isZero();
    assertThat(result.out()).contains("Usage: guerdon " + command);
  }

  @Test
  void missingCommandIsUsage() {
    assertThat(Shell.run().exit()).isEqualTo(2);
    assertThat(Shell.run("tasks").exit()).isEqualTo(2);
    assertThat(Shell.run("bench").err()).contains("guerdon bench physics");
  }

  @Test
  void mistakeOnTheCommandLineIsASentenceAndNotAllOfTheHelp() {
    Shell.Result result = Shell.run("search", "--seed", "x");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err().lines())
        .hasSize(2)
        .first()
        .asString()
        .endsWith("'x' is not a whole number");
    assertThat(result.err()).contains("See 'guerdon search --help'.");
    assertThat(Shell.run("search", "--money", "much").err())
        .contains("'much' is not a number")
        .doesNotContain("BigDecimal");
    assertThat(Shell.run("search", "--sed", "3").err()).contains("--seed").doesNotContain("Usage:");
  }

  @Test
  void trainingOfNoStepsIsUsage() {
    Shell.Result result = Shell.run("train", "inverted-pendulum", "--steps", "0");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("--steps and --threads must be positive.");
  }

  @Test
  void runNamesItsTaskSoThatItIsFoundFromAnywhere() {
    assertThat(Tasks.lasting("reacher")).isEqualTo("reacher");
    assertThat(Tasks.lasting("my/../task.yaml"))
        .isEqualTo(Path.of("task.yaml").toAbsolutePath().toString());
  }

  @Test
  void languageModelNeedsAName() {
    Shell.Result result = Shell.run("search", "--designer", "openai");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("needs a model").contains("--model");
  }

  @Test
  void unknownDesignerIsToldWhichThereAre() {
    Shell.Result result = Shell.run("search", "--designer", "opnai", "--model", "x");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("no designer 'opnai'", "offline, openai", "replay:RUN");
  }

  @Test
  void racingThatThereIsNotIsAnErrorWithTheWords() {
    Shell.Result result = Shell.run("search", "--racing", "yes", "--dry-run");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("--racing is 'yes', must be one of off, save, spend.");
  }

  @Test
  void unknownStrategyIsToldWhichThereAre() {
    Shell.Result result = Shell.run("search", "--strategy", "greedy", "--dry-run");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err())
        .contains("--strategy is 'greedy'", "elite, eureka, islands, tree, best-of");
    assertThat(Shell.run("search", "--strategy", "best-of", "--dry-run").out())
        .contains("strategy best-of");
  }

  @Test
  void replayOfARunWithoutCallsIsUsage() {
    Shell.Result result = Shell.run("search", "--designer", "replay:" + folder);
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("holds no recorded calls");
  }

  @ParameterizedTest
  @CsvSource({
    "--trainers,0",
    "--trainings,-1",
    "--training-steps,0",
    "--generations,0",
    "--calls,0",
    "--money,-1",
    "--time,soon",
    "--repairs,-1"
  })
  void numbersThatAreNotPositiveAreUsage(String option, String value) {
    Shell.Result result =
        Shell.run("search", "--out", folder.resolve("run").toString(), option, value);
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains(option).contains(value);
    assertThat(folder.resolve("run")).doesNotExist();
  }

  @Test
  void mistakesInABatchAreNamedWithTheirPlaceBeforeAnythingIsMade() throws IOException {
    Path file = Files.writeString(folder.resolve("b.yaml"), "tasks: [ reachr ]\nseed: 1\n");
    Shell.Result result =
        Shell.run("batch", file.toString(), "--out", folder.resolve("batch").toString());
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err())
        .contains("b.yaml:1:10: 'reachr'", "did you mean 'reacher'?")
        .contains("b.yaml:2:1: unknown key 'seed'; did you mean 'seeds'?");
    assertThat(folder.resolve("batch")).doesNotExist();
  }

  @Test
  void budgetThatLeavesAnExperimentNothingIsUsage() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("b.yaml"),
            "tasks: [ cartpole-swingup ]\nseeds: [ 0, 1 ]\nbudget: { steps: 400000 }\n");
    Shell.Result result = Shell.run("batch", file.toString(), "--dry-run");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("cartpole-swingup.offline.elite.s0: the caps allow 0");
  }

  @Test
  void missingBaselineOfABatchIsUsage() throws IOException {
    Path file = Files.writeString(folder.resolve("b.yaml"), "tasks: [ cartpole-swingup ]\n");
    Shell.Result result =
        Shell.run(
            "batch",
            file.toString(),
            "--baseline",
            folder.resolve("none.json").toString(),
            "--out",
            folder.resolve("batch").toString());
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("no such baseline", "--write-baseline");
    assertThat(folder.resolve("batch")).doesNotExist();
    Path plain = Files.writeString(folder.resolve("file"), "not a folder");
    Shell.Result written =
        Shell.run(
            "batch",
            file.toString(),
            "--write-baseline",
            plain.resolve("base.json").toString(),
            "--out",
            folder.resolve("batch").toString());
    assertThat(written.exit()).isEqualTo(3);
    assertThat(written.err()).contains(plain.toString(), "cannot be written");
    assertThat(folder.resolve("batch")).doesNotExist();
  }

  @Test
  void unknownTaskSuggestsTheNearest() {
    Shell.Result result = Shell.run("search", "cartpole-swingupp");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("cartpole-swingup'");
  }

  @Test
  void tooSmallACapIsUsage() {
    Shell.Result result =
        Shell.run("search", "--steps", "10", "--out", folder.resolve("run").toString());
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("raise --trainings or --steps");
    assertThat(folder.resolve("run")).doesNotExist();
  }

  @Test
  void folderThatCannotBeWrittenIsInfrastructure() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "not a folder");
    Shell.Result search = Shell.run("search", "--out", file.resolve("run").toString());
    assertThat(search.exit()).as(search.err()).isEqualTo(3);
    assertThat(search.err().lines().filter(l -> l.contains("file"))).hasSize(1);
    Shell.Result train = Shell.run("train", "--out", file.resolve("run").toString());
    assertThat(train.exit()).isEqualTo(3);
    assertThat(train.err()).contains("cannot be written").contains("--out");
  }

  @Test
  void showOfAFolderThatIsNoRunIsUsage() {
    Shell.Result result = Shell.run("show", folder.toString());
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("is no run");
  }

  @Test
  void stackTraceIsPrintedOnlyWhenAskedFor() {
    Stream<String> quiet = Shell.run("show", folder.toString()).err().lines();
    assertThat(quiet).noneMatch(l -> l.startsWith("\tat "));
    Stream<String> loud = Shell.run("show", folder.toString(), "--trace").err().lines();
    assertThat(loud).anyMatch(l -> l.startsWith("\tat "));
  }

  @ParameterizedTest
  @CsvSource({"--passes,0", "--mini-batch,0", "--hidden,0", "--observation,-1"})
  void kernelBenchRefusesSizesThatAreNotPositive(String option, String value) {
    Shell.Result result = Shell.run("bench", "kernel", option, value);
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains(option.substring(2, 6));
  }

  @Test
  void unknownDeviceIsUsage() {
    Shell.Result result = Shell.run("train", "--device", "gpu");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("--device", "cpu, cuda, auto");
  }

  @ParameterizedTest
  @ValueSource(strings = {"train", "search"})
  void missingGpuIsOneSentenceAndInfrastructure(String command) {
    if (CudaDevice.probe().usable()) {
      return; // GpuTrainingTest trains on it
    }
    Path out = folder.resolve("out");
    Shell.Result result = Shell.run(command, "--device", "cuda", "--out", out.toString());
    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.err().lines())
        .singleElement()
        .asString()
        .contains("the device cuda needs a GPU", "--device cpu");
    assertThat(out).doesNotExist();
  }
}
