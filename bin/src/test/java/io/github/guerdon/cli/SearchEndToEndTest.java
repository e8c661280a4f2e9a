package io.github.guerdon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real searches on real physics, small: every reward value comes out of a cell, every policy is
 * trained.
 */
final class SearchEndToEndTest {

  @TempDir private Path folder;

  private Shell.Result search(String run, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "search",
                "--seed",
                "1",
                "--generations",
                "2",
                "--candidates",
                "2",
                "--training-steps",
                "6000",
                "--json",
                "--out",
                folder.resolve(run).toString()));
    arguments.addAll(List.of(more));
    return Shell.run(arguments.toArray(String[]::new));
  }

  private Path reward(String run, JsonNode finished) {
    return folder
        .resolve(run)
        .resolve("candidates")
        .resolve(finished.path("winner").path("id").asText())
        .resolve("Reward.java");
  }

  @Test
  void sameSeedFindsTheSameWinnerWithOneAndWithTwoTrainers() throws IOException {
    Shell.Result one = search("one", "--trainers", "1");
    Shell.Result two = search("two", "--trainers", "2");
    assertThat(one.exit()).as(one.err()).isZero();
    assertThat(two.exit()).as(two.err()).isZero();

    JsonNode first = one.event("finished");
    JsonNode second = two.event("finished");
    assertThat(first.path("winner")).isEqualTo(second.path("winner"));
    assertThat(first.path("baselines")).isEqualTo(second.path("baselines"));
    assertThat(reward("one", first)).hasSameTextualContentAs(reward("two", second));

    assertThat(first.path("exit").asInt()).isZero();
    assertThat(first.path("winner").path("fresh").path("seeds").asInt()).isGreaterThanOrEqualTo(3);
    assertThat(first.path("baselines").fieldNames())
        .toIterable()
        .containsExactly("official", "sparse");
    assertThat(first.path("trainings").asInt()).isPositive();
    assertThat(first.path("steps").asLong()).isPositive();
    assertThat(one.json().stream().filter(n -> n.path("event").asText().equals("generation")))
        .hasSize(2);
    JsonNode sandbox = one.event("started").path("sandbox");
    assertThat(sandbox.path("level").asInt()).isBetween(1, 3);
    assertThat(sandbox.path("proof").asText())
        .startsWith("level " + sandbox.path("level").asInt())
        .contains("sealed: read a file: EPERM");
    assertThat(Files.readString(folder.resolve("one/summary.md")))
        .contains("official")
        .contains("sparse")
        .contains("default");

    Shell.Result again =
        Shell.run("search", "--resume", folder.resolve("one").toString(), "--json");
    assertThat(again.event("finished").path("winner")).isEqualTo(first.path("winner"));
    assertThat(Shell.run("show", folder.resolve("one").toString()).out())
        .contains(first.path("winner").path("id").asText());
  }

  @Test
  void capThatCutsThePlanShortHasItsOwnExitCode() {
    Shell.Result result = search("capped", "--trainings", "3");
    assertThat(result.exit()).as(result.err()).isEqualTo(4);
    assertThat(result.event("finished").path("trainings").asInt()).isLessThanOrEqualTo(3);
    assertThat(result.event("finished").path("exit").asInt()).isEqualTo(4);
  }

  @Test
  void existingRunIsNotOverwritten() throws IOException {
    Files.createDirectories(folder.resolve("taken"));
    Files.writeString(folder.resolve("taken/notes.txt"), "mine");
    Shell.Result result = search("taken");
    assertThat(result.exit()).as(result.err()).isEqualTo(2);
    assertThat(folder.resolve("taken/notes.txt")).hasContent("mine");
  }

  @Test
  void trainingEndsWithItsFitnessAndTerms() {
    Shell.Result result =
        Shell.run(
            "train",
            "--reward",
            "official",
            "--steps",
            "4000",
            "--json",
            "--out",
            folder.toString());
    assertThat(result.exit()).as(result.err()).isZero();
    JsonNode trained = result.event("trained");
    assertThat(trained.path("outcome").asText()).isEqualTo("completed");
    assertThat(trained.path("metrics").has("upright")).isTrue();
    assertThat(trained.path("terms").get(0).path("name").asText()).isEqualTo("task");
  }

  @Test
  void benchesOfTheLearnerGiveTheirRows() {
    JsonNode training =
        Shell.run("bench", "training", "cartpole-swingup", "--steps", "6000", "--json")
            .json()
            .get(0);
    assertThat(training.path("ratio").asDouble())
        .isCloseTo(
            training.path("steps_per_s").asDouble()
                / training.path("physics_steps_per_s").asDouble(),
            Percentage.withPercentage(1));
    List<JsonNode> learning =
        Shell.run(
                "bench",
                "learning",
                "cartpole-swingup",
                "--steps",
                "4096",
                "--seeds",
                "2",
                "--learner",
                "worlds=4",
                "--json")
            .json();
    assertThat(learning).extracting(n -> n.path("seed").asInt()).containsExactly(0, 1);
    assertThat(learning).allMatch(n -> n.path("return").isNumber());
  }

  @Test
  void interquartileMeanLeavesOutTheOuterQuarters() {
    assertThat(BenchLearningCommand.interquartileMean(new double[] {-100, 1, 3, 900})).isEqualTo(2);
    assertThat(BenchLearningCommand.interquartileMean(new double[] {0, 1, 2, 3, 1000}))
        .isEqualTo((0.75 * 1 + 2 + 0.75 * 3) / 2.5);
  }

  @Test
  void benchGivesARatioOfTwoMeasuredSpeeds() {
    JsonNode line = Shell.run("bench", "physics", "--seconds", "0.5", "--json").json().get(0);
    assertThat(line.path("bench").asText()).isEqualTo("physics");
    // How large it is depends on what else the machine does.
    double ratio = line.path("steps_per_s").asDouble() / line.path("raw_steps_per_s").asDouble();
    assertThat(line.path("ratio").asDouble())
        .isPositive()
        .isCloseTo(ratio, Percentage.withPercentage(1));
  }

  @Test
  void kernelBenchGivesARowForEachMiniBatch() {
    Shell.Result result =
        Shell.run("bench", "kernel", "--mini-batch", "32,64", "--passes", "2", "--json");
    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.json())
        .extracting(row -> row.path("mini_batch").asInt())
        .containsExactly(32, 64);
    assertThat(result.json())
        .allSatisfy(
            row -> {
              assertThat(row.path("bench").asText()).isEqualTo("kernel");
              assertThat(row.path("hidden").toString()).isEqualTo("[64,64]");
              assertThat(row.path("us_per_sample").asDouble()).isPositive();
            });
  }
}
