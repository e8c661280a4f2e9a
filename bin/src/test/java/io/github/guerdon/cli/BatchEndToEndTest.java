package io.github.guerdon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real batches on real physics: two small tasks, two strategies, two seeds. */
final class BatchEndToEndTest {

  private static final String BATCH =
      """
      name: small
      tasks: [ push.yaml, hold.yaml ]
      strategies: [ elite, best-of ]
      seeds: [ 0, 1 ]
      search: { generations: 2, candidates: 2, training_steps: 1024, finalists: 1 }
      budget: { time: %s }
      thresholds: { trained: 0.1 }
      """;

  @TempDir private Path folder;

  @BeforeEach
  void files() throws IOException {
    SmallTasks.write(folder, "push", "after.joint(\"slide\").position()");
    SmallTasks.write(folder, "hold", "-Math.abs(after.joint(\"slide\").position())");
    Files.writeString(folder.resolve("small.yaml"), BATCH.formatted("1h"));
  }

  private Shell.Result batch(String out, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "batch",
                folder.resolve("small.yaml").toString(),
                "--out",
                folder.resolve(out).toString(),
                "--json"));
    arguments.addAll(List.of(more));
    return Shell.run(arguments.toArray(String[]::new));
  }

  /** Reads the report's test cases as Maven does. */
  private List<ReportTestCase> report(String out) throws Exception {
    Path file = folder.resolve(out).resolve("junit.xml");
    return new TestSuiteXmlParser(new NullConsoleLogger())
        .parse(file.toString()).stream().flatMap(suite -> suite.getTestCases().stream()).toList();
  }

  private static List<JsonNode> events(Shell.Result result, String event) {
    return result.json().stream().filter(n -> n.path("event").asText().equals(event)).toList();
  }

  @Test
  void batchPassesGoesOnAndFailsOnAPlantedRegression() throws Exception {
    Path baseline = folder.resolve("baseline.json");
    Shell.Result first = batch("batch", "--write-baseline", baseline.toString());
    assertThat(first.exit()).as(first.err() + first.out()).isZero();
    assertThat(events(first, "experiment")).hasSize(8);
    JsonNode finished = first.event("finished");
    // The first generation and the baselines are the same for both strategies.
    assertThat(finished.path("trained").asInt())
        .isPositive()
        .isLessThan(finished.path("trainings").asInt());
    assertThat(report("batch")).hasSize(8).allMatch(ReportTestCase::isSuccessful);
    assertThat(report("batch"))
        .extracting(ReportTestCase::getFullClassName)
        .containsOnly("small.push", "small.hold");
    eachRunIsWhole();

    Shell.Result again = batch("batch", "--baseline", baseline.toString());
    assertThat(again.exit()).as(again.err() + again.out()).isZero();
    assertThat(events(again, "begun")).isEmpty();

    plant(baseline, "hold.offline.elite.s1");
    Shell.Result worse = batch("batch", "--baseline", baseline.toString());
    assertThat(worse.exit()).as(worse.out()).isEqualTo(1);
    assertThat(report("batch")).hasSize(8);
    assertThat(report("batch").stream().filter(ReportTestCase::hasFailure))
        .singleElement()
        .satisfies(
            test -> {
              assertThat(test.getFullClassName()).isEqualTo("small.hold");
              assertThat(test.getName()).isEqualTo("offline elite seed 1");
              assertThat(test.getFailureMessage()).contains("worse with confidence 0.95");
            });
  }

  private void eachRunIsWhole() throws IOException {
    try (Stream<Path> runs = Files.list(folder.resolve("batch/experiments"))) {
      for (Path run : runs.toList()) {
        assertThat(Shell.run("show", run.toString()).out()).contains("official");
        try (Stream<Path> trainings = Files.list(run.resolve("trainings"))) {
          assertThat(trainings)
              .isNotEmpty()
              .allSatisfy(t -> assertThat(t.resolve("result.json")).exists());
        }
      }
    }
  }

  /** Makes the earlier result of an experiment better than it was. */
  private static void plant(Path baseline, String experiment) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    JsonNode root = mapper.readTree(baseline.toFile());
    for (JsonNode each : root.path("experiments")) {
      if (each.path("name").asText().equals(experiment)) {
        ArrayNode values = (ArrayNode) each.path("result").path("fresh").path("values");
        for (int i = 0; i < values.size(); i++) {
          values.set(i, mapper.getNodeFactory().numberNode(values.get(i).asDouble() + 10));
        }
      }
    }
    mapper.writeValue(baseline.toFile(), root);
  }

  @Test
  void batchWhoseTimeIsUpGoesOnWithTheSameCommand() throws Exception {
    smaller("2s");
    Shell.Result cut = batch("cut");
    assertThat(cut.exit()).as(cut.err() + cut.out()).isEqualTo(4);
    assertThat(report("cut")).hasSize(2).anyMatch(ReportTestCase::hasSkipped);

    smaller("1h");
    Shell.Result rest = batch("cut", "--trainers", "1");
    assertThat(rest.exit()).as(rest.err() + rest.out()).isZero();
    assertThat(report("cut")).hasSize(2).allMatch(ReportTestCase::isSuccessful);
    Shell.Result whole = batch("whole");
    assertThat(fitness(rest)).isEqualTo(fitness(whole)).hasSize(2);
  }

  /** Leaves two experiments, with so much time. */
  private void smaller(String time) throws IOException {
    Files.writeString(
        folder.resolve("small.yaml"),
        BATCH
            .formatted(time)
            .replace("[ push.yaml, hold.yaml ]", "[ push.yaml ]")
            .replace("[ 0, 1 ]", "[ 0 ]"));
  }

  private static List<String> fitness(Shell.Result result) {
    return events(result, "experiment").stream()
        .map(e -> e.path("name") + " " + e.path("winner") + " " + e.path("fresh"))
        .toList();
  }

  @Test
  void dryRunPrintsThePlanAndMakesNothing() {
    JsonNode plan = batch("none", "--dry-run").event("plan");
    // 2·2 candidates, and 3 rewards on 3 fresh seeds each.
    assertThat(plan.path("trainings").asInt()).isEqualTo(8 * (4 + 9));
    assertThat(plan.path("steps").asInt()).isEqualTo(8 * 13 * 1024);
    assertThat(plan.path("shared_at_least").asInt()).isEqualTo(2 * 2 * 3);
    assertThat(folder.resolve("none")).doesNotExist();
    assertThat(Shell.run("batch", folder.resolve("small.yaml").toString(), "--dry-run").out())
        .contains(
            "at most 104 trainings of 106k environment steps", "Nothing was called or trained");
  }
}
