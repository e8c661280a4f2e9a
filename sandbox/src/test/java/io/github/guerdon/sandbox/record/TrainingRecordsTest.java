package io.github.guerdon.sandbox.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.guerdon.env.Score;
import io.github.guerdon.env.Task;
import io.github.guerdon.reward.slot.RewardProgram;
import io.github.guerdon.sandbox.JavacPrograms;
import io.github.guerdon.sandbox.TestJobs;
import io.github.guerdon.sandbox.TestSettings;
import io.github.guerdon.sandbox.nn.UpdateStatistics;
import io.github.guerdon.sandbox.ppo.LearnerUpdate;
import io.github.guerdon.sandbox.training.CrashCause;
import io.github.guerdon.sandbox.training.CurvePoint;
import io.github.guerdon.sandbox.training.EpisodeSample;
import io.github.guerdon.sandbox.training.Job;
import io.github.guerdon.sandbox.training.Outcome;
import io.github.guerdon.sandbox.training.Standing;
import io.github.guerdon.sandbox.training.TermPoint;
import io.github.guerdon.sandbox.training.TermStatistics;
import io.github.guerdon.sandbox.training.TrainingResult;
import io.github.guerdon.sandbox.training.TrainingSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrainingRecordsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Task TASK = JavacPrograms.task("cartpole-swingup");
  private static final RewardProgram SPEED = JavacPrograms.reward(TASK, "terms.add(\"speed\", 1);");

  @TempDir private Path folder;

  @Test
  void reproducibleOutcomesAreFoundAgain() throws IOException {
    assertFound(new Outcome.Completed("job", result()));
    assertFound(new Outcome.Completed("job", allBlownUp()));
    assertFound(new Outcome.Diverged("job", "speed", 77, Double.NaN));
    assertFound(new Outcome.Diverged("job", "speed", 77, Double.NEGATIVE_INFINITY));
    assertFound(new Outcome.Crashed("job", CrashCause.EXCEPTION, "line 3", 5));
  }

  private void assertFound(Outcome outcome) throws IOException {
    TrainingRecords records = new TrainingRecords(folder);
    Job job = job(1);
    records.begin(job);
    records.end(TrainingIdentity.of(job), outcome);

    assertThat(records.find(job)).contains(outcome);
    assertThat(records.find(job(2))).isEmpty();
  }

  @Test
  void whatTheMachineDidIsNotKept() throws IOException {
    TrainingRecords records = new TrainingRecords(folder);
    Job job = job(1);
    records.begin(job);
    records.end(TrainingIdentity.of(job), new Outcome.TimedOut("job", Duration.ofSeconds(1), 5));
    records.end(
        TrainingIdentity.of(job), new Outcome.Crashed("job", CrashCause.KILLED, "signal 9", 5));

    assertThat(records.find(job)).isEmpty();
  }

  @Test
  void beginningAnewForgetsTheOldResult() throws IOException {
    TrainingRecords records = new TrainingRecords(folder);
    Job job = job(1);
    records.begin(job);
    records.end(TrainingIdentity.of(job), new Outcome.Completed("job", result()));

    records.begin(job(2));

    assertThat(records.find(job)).isEmpty();
  }

  @Test
  void identityChangesWithSeedRewardAndSettings() {
    Job job = job(1);

    assertThat(TrainingIdentity.of(job))
        .matches("[0-9a-f]{64}")
        .isEqualTo(TrainingIdentity.of(job(1)));
    assertThat(TrainingIdentity.of(job)).isNotEqualTo(TrainingIdentity.of(job(2)));
    assertThat(TrainingIdentity.of(job))
        .isNotEqualTo(TrainingIdentity.of(TASK, job.program(), 1, job.settings().withSteps(7)))
        .isNotEqualTo(
            TrainingIdentity.of(
                TASK, JavacPrograms.reward(TASK, "terms.add(\"speed\", 2);"), 1, job.settings()));
  }

  @Test
  void gpusTrainingIsAnotherAndSaysSo() throws IOException {
    Job cpu = job(1);
    Job gpu =
        new Job(
            cpu.id(),
            cpu.task(),
            cpu.program(),
            cpu.seed(),
            cpu.settings().withCuda(true),
            cpu.directory(),
            cpu.deadline());

    assertThat(TrainingIdentity.of(gpu)).isNotEqualTo(TrainingIdentity.of(cpu));
    assertThat(TrainingIdentity.of(TASK, cpu.program(), 1, gpu.settings().withCuda(false)))
        .isEqualTo(TrainingIdentity.of(cpu));
    JsonNode recorded = TrainingRecords.job(gpu).path("settings");
    assertThat(recorded.path("cuda").asBoolean()).isTrue();
    assertThat(TrainingRecords.job(cpu).path("settings").has("cuda")).isFalse();
    assertThat(JSON.treeToValue(recorded, TrainingSettings.class)).isEqualTo(gpu.settings());
    assertThat(JSON.treeToValue(TrainingRecords.job(cpu).path("settings"), TrainingSettings.class))
        .isEqualTo(cpu.settings());
  }

  @Test
  void aPauseIsFoundByWhoWantsNoMoreAndGoesWithTheResult() throws IOException {
    Job whole = job(1);
    Job early = TestJobs.until(whole, 25);
    Job later = TestJobs.until(whole, 50);
    TrainingRecords records = new TrainingRecords(folder);
    records.begin(whole);
    Files.write(records.checkpoint(), new byte[] {1});
    Outcome.Paused paused =
        new Outcome.Paused(
            "job",
            52,
            List.of(new Standing(0, 26, 0, 1.5, 0.5, 3), new Standing(1, 52, 0, 2.5, 0.5, 4)),
            List.of(point(20), point(40)));
    records.end(TrainingIdentity.of(whole), paused);

    assertThat(records.find(whole)).isEmpty();
    assertThat(records.find(later)).contains(paused);
    assertThat(records.find(early))
        .contains(
            new Outcome.Paused(
                "job", 26, paused.standings().subList(0, 1), paused.curve().subList(0, 1)));
    assertThat(records.find(TestJobs.until(whole, 80))).as("it has not come so far").isEmpty();
    assertThat(records.find(TestJobs.until(job(2), 25))).as("another training").isEmpty();

    Path link = folder.resolve("link");
    records.linkInto(link);
    try (Stream<Path> files = Files.list(link)) {
      assertThat(files.map(Path::getFileName)).containsExactly(Path.of("job.json"));
    }

    Outcome.Completed completed = new Outcome.Completed("job", result());
    records.end(TrainingIdentity.of(whole), completed);
    assertThat(records.find(early)).contains(completed);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.filter(Files::isRegularFile).map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder("job.json", "result.json");
    }
  }

  private static CurvePoint point(long step) {
    return new CurvePoint(step, 1, 10, Map.of(), Map.of("speed", new TermPoint(1, 0, 1)), 0);
  }

  @Test
  void goldenResultIsReadAndWrittenAlike() throws IOException {
    JsonNode golden = golden("result-1.json");
    Outcome outcome = new Outcome.Completed("job", result());

    assertThat(
            JSON.<JsonNode>valueToTree(TrainingRecords.result("abc", outcome).orElseThrow())
                .toString())
        .isEqualTo(golden.toString());
    assertThat(
            TrainingRecords.outcome(
                "job", TrainingRecords.checked("f", TrainingRecords.RESULT, golden)))
        .isEqualTo(outcome);
  }

  @Test
  void sampledEpisodesAreWrittenAndReadAndMayBeMissing() throws IOException {
    TrainingResult plain = result();
    EpisodeSample episode = new EpisodeSample(900, 40, true, 12.5, 0.5, 0.25, List.of(10.0, 2.5));
    TrainingResult sampled =
        new TrainingResult(
            plain.score(),
            plain.curve(),
            plain.terms(),
            plain.steps(),
            plain.seconds(),
            plain.stepsPerSecond(),
            plain.ownReturn(),
            plain.checkpointStep(),
            plain.blownUpEpisodes(),
            List.of(episode),
            List.of());
    assertFound(new Outcome.Completed("job", sampled));
    assertThat(JSON.<JsonNode>valueToTree(sampled).path("episodes").toString())
        .isEqualTo(
            "[{\"step\":900,\"length\":40,\"terminated\":true,\"ownReturn\":12.5,"
                + "\"lastReward\":0.5,\"objective\":0.25,\"terms\":[10.0,2.5]}]");
    assertThat(JSON.<JsonNode>valueToTree(plain).has("episodes")).isFalse();
  }

  @Test
  void goldenMetricsLineIsWritten() throws IOException {
    LearnerUpdate update =
        new LearnerUpdate(
            2048,
            OptionalDouble.of(12.5),
            9,
            3e-4,
            10,
            new UpdateStatistics(320, 0.5f, 0.25f, 1.5f, 0.125f, 0.0625f, 0.75f));
    try (MetricsLog log = MetricsLog.begin(folder.resolve("metrics.jsonl"))) {
      log.write(update, 1.5);
    }

    List<String> lines = Files.readAllLines(folder.resolve("metrics.jsonl"));
    assertThat(lines)
        .containsExactly(
            "{\"format\":\"guerdon-metrics\",\"version\":1}",
            "{\"step\":2048,\"seconds\":1.5,\"own_return\":12.5,\"episodes\":9,"
                + "\"learning_rate\":3.0E-4,\"epochs\":10,\"policy_loss\":0.5,\"value_loss\":0.25,"
                + "\"entropy\":1.5,\"approximate_kl\":0.125,\"clip_fraction\":0.0625,"
                + "\"gradient_norm\":0.75}");
  }

  @Test
  void unknownVersionIsRefusedByNumber() throws IOException {
    TrainingRecords records = new TrainingRecords(folder);
    Job job = job(1);
    records.begin(job);
    records.end(TrainingIdentity.of(job), new Outcome.Completed("job", result()));
    Path file = folder.resolve("result.json");
    Files.writeString(file, Files.readString(file).replace("\"version\" : 1", "\"version\" : 9"));

    assertThatThrownBy(() -> records.find(job))
        .isInstanceOf(RecordException.class)
        .hasMessageContaining("version 9")
        .hasMessageContaining("result.json");
  }

  @Test
  void brokenResultIsNamed() throws IOException {
    TrainingRecords records = new TrainingRecords(folder);
    Job job = job(1);
    records.begin(job);
    Files.writeString(folder.resolve("result.json"), "{\"format\": ");

    assertThatThrownBy(() -> records.find(job))
        .isInstanceOf(RecordException.class)
        .hasMessageContaining("result.json");
  }

  @Test
  void jobFileSaysWhatIsTrained() throws IOException {
    Job job = job(1);
    new TrainingRecords(folder).begin(job);
    JsonNode node = JSON.readTree(folder.resolve("job.json").toFile());

    assertThat(node.path("format").asText()).isEqualTo("guerdon-job");
    assertThat(node.path("version").asInt()).isEqualTo(1);
    assertThat(node.path("identity").asText()).isEqualTo(TrainingIdentity.of(job));
    assertThat(node.path("task").asText()).isEqualTo("cartpole-swingup");
    assertThat(node.path("seed").asLong()).isEqualTo(1);
    assertThat(node.path("terms").path(0).asText()).isEqualTo("speed");
    assertThat(node.path("settings").path("rolloutSteps").asInt()).isEqualTo(32);
  }

  private static JsonNode golden(String name) throws IOException {
    try (var stream = TrainingRecordsTest.class.getResourceAsStream(name)) {
      return JSON.readTree(stream);
    }
  }

  private Job job(long seed) {
    return new Job(
        "job", TASK, SPEED, seed, TestSettings.plain(100, 2, 32), folder, Duration.ofMinutes(1));
  }

  /** A result whose numbers are not all numbers. */
  private static TrainingResult allBlownUp() {
    Score score = new Score(false, 1, Double.NEGATIVE_INFINITY, Map.of(), 0, 16, 16);
    return new TrainingResult(
        score, List.of(), List.of(), 1, 1, 1, Double.NaN, 0, 3, List.of(), List.of());
  }

  static TrainingResult result() {
    return new TrainingResult(
        new Score(
            true,
            0,
            0.75,
            Map.of("upright", new Score.MetricSummary(0.75, 0.1, 0.5, 0.9)),
            0.5,
            16,
            0),
        List.of(
            new CurvePoint(
                500,
                12.5,
                100,
                Map.of("upright", 0.25),
                Map.of("speed", new TermPoint(1.5, 0.5, 1)),
                0.5)),
        List.of(new TermStatistics("speed", 1.5, 0.5, -1, 3, 1, 0.25, 2)),
        1000,
        2.5,
        400,
        12.5,
        500,
        1,
        List.of(),
        List.of());
  }
}
