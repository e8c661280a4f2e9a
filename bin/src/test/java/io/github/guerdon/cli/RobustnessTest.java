package io.github.guerdon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.guerdon.env.Score;
import io.github.guerdon.env.Task;
import io.github.guerdon.generator.design.Seeds;
import io.github.guerdon.generator.search.Robustness;
import io.github.guerdon.generator.search.RunPolicies;
import io.github.guerdon.sandbox.ppo.Measurement;
import io.github.guerdon.sandbox.record.PolicyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The robustness card of one small real run. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RobustnessTest {

  private static final String VARY =
      "vary: { body_mass: 0.5..2, dof_damping: 0.2..1, actuator_gain: 1..3 }\n";

  @TempDir private static Path folder;

  private Path task;
  private Path run;
  private JsonNode finished;

  @BeforeAll
  void search() throws IOException {
    task = SmallTasks.write(folder, "push", "after.joint(\"slide\").position()");
    Files.writeString(task, Files.readString(task) + VARY);
    run = folder.resolve("run");
    Shell.Result result = SmallTasks.search(task, 1, run);
    assertThat(result.exit()).as(result.err()).isZero();
    finished = result.event("finished");
  }

  private String winner() {
    return finished.path("winner").path("id").asText();
  }

  @Test
  void searchEndsWithTheCardsOfTheWinnerAndTheOfficialReward() throws IOException {
    JsonNode cards = finished.path("robustness");
    assertThat(cards.fieldNames()).toIterable().containsExactly(winner(), "official");
    assertThat(cards.path("official").path("draws").asInt()).isEqualTo(Robustness.DRAWS);
    assertThat(cards.path("official").path("worst_end").path("factors").size()).isEqualTo(1);
    assertThat(Files.readString(run.resolve("summary.md")))
        .contains(
            "## Where the model varies", "- official: Nominal ", " of 20 variants within 10 %");
  }

  @Test
  void commandGivesALineForEachModelAndTheCardOfTheSearch() {
    Shell.Result result = Shell.run("robustness", run.toString(), "--json");
    assertThat(result.exit()).as(result.err()).isZero();
    List<JsonNode> lines = result.json();
    // The model as it is; two, one and one ends that differ from it; the draws; the card.
    assertThat(lines).hasSize(1 + 4 + Robustness.DRAWS + 1);
    assertThat(lines).extracting(l -> l.path("kind").asText()).startsWith("nominal", "low", "high");
    assertThat(lines.get(1).path("factors").toString()).isEqualTo("{\"body_mass\":0.5}");
    assertThat(lines.get(1).path("fitness")).isNotEqualTo(lines.get(0).path("fitness"));
    assertThat(lines.get(1).path("metrics").path("goal")).isEqualTo(lines.get(1).path("fitness"));
    JsonNode card = lines.get(lines.size() - 1);
    assertThat(card.path("event").asText()).isEqualTo("robustness");
    assertThat(card.path("candidate").asText()).isEqualTo(winner());
    finished
        .path("robustness")
        .path(winner())
        .properties()
        .forEach(f -> assertThat(card.path(f.getKey())).isEqualTo(f.getValue()));
  }

  @Test
  void nominalLineIsTheOrdinaryMeasurementBitForBit() throws Exception {
    Task loaded = Tasks.load(task.toString());
    RunPolicies.Trained policy =
        RunPolicies.findComparable(run, loaded.identity(), Optional.of("official"));
    Score score =
        Measurement.score(
            loaded, PolicyFile.read(policy.file()), 8, 1, Seeds.derive(0, Robustness.PURPOSE, 0));
    JsonNode nominal = Shell.run("robustness", run.toString(), "official", "--json").json().get(0);
    assertThat(nominal.path("fitness").asDouble()).isEqualTo(score.value());
  }

  @Test
  void personGetsATableAndTheSumOfIt() {
    Shell.Result result = Shell.run("robustness", run.toString(), "official");
    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.out())
        .contains("push, official, training seed ", ", 8 episodes a model")
        .contains("   the model as it is", "   actuator_gain 3.0", "   drawn: body_mass ")
        .contains("Nominal ", "Worst end ", "16 draws: IQM ", " of 20 variants within 10 %");
  }

  @Test
  void taskWithoutVaryIsToldHowToAddItAndTheRunStaysValid() throws IOException {
    String text = Files.readString(task);
    try {
      Files.writeString(task, text.replace(VARY, ""));
      Shell.Result result = Shell.run("robustness", run.toString());
      assertThat(result.exit()).isEqualTo(2);
      assertThat(result.err())
          .contains(
              "task 'push' has no 'vary'", "add a line such as 'vary: { body_mass: 0.8..1.2 }'");
      Files.writeString(task, text.replace(VARY, "vary: { body_mass: 1..2 }\n"));
      assertThat(Shell.run("robustness", run.toString(), "--json").json()).hasSize(1 + 1 + 16 + 1);
    } finally {
      Files.writeString(task, text);
    }
  }

  @Test
  void unknownCandidateAndMissingRunAreUsage() {
    Shell.Result result = Shell.run("robustness", run.toString(), "g9c9");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("holds no policy of 'g9c9'", "official");
    assertThat(Shell.run("robustness", folder.resolve("none").toString()).exit()).isEqualTo(2);
  }
}
