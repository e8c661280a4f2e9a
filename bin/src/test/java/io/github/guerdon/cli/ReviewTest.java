package io.github.guerdon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole way of a review: critic, then the probe in a real cell. */
final class ReviewTest {

  @TempDir private Path folder;

  private Path reward(String body) throws IOException {
    return Files.writeString(
        folder.resolve("Reward.java"),
        """
        import io.github.guerdon.reward.*;

        public final class Reward implements RewardFunction {
          @Override
          public void reward(State before, Action action, State after, Terms terms) {
            %s
          }
        }
        """
            .formatted(body));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "terms.add(\"up\", after.body(\"pole\").up().z());|ACCEPT",
        "terms.add(\"up\", after.body(\"poel\").up().z());|STATIC_REJECT",
        "int x = 1.5 * after.time(); terms.add(\"x\", x);|COMPILE_ERROR",
        "while (after.time() > -1) { } terms.add(\"x\", after.time());|FUEL",
        "terms.add(\"x\", Math.log(-1 - after.time()));|PROBE_NONFINITE",
        "terms.add(\"x\", 1e9 * (1 + after.time()));|PROBE_RANGE",
        "terms.add(\"x\", 0.0 * after.time());|PROBE_CONSTANT",
        "int zero = (int) (0 * after.time()); terms.add(\"x\", 1 / zero);|RUNTIME_ArithmeticException",
      })
  void outcomeHasItsWord(String body, String outcome) throws IOException {
    Shell.Result result = Shell.run("review", reward(body).toString(), "--json");
    assertThat(result.json()).hasSize(1);
    JsonNode line = result.json().get(0);
    assertThat(line.path("outcome").asText()).as(result.out()).isEqualTo(outcome);
    assertThat(line.fieldNames())
        .toIterable()
        .containsExactly("file", "outcome", "terms", "findings");
    assertThat(result.exit()).isEqualTo(outcome.equals("ACCEPT") ? 0 : 1);
    if (!outcome.equals("ACCEPT")) {
      JsonNode finding = line.path("findings").get(0);
      assertThat(finding.fieldNames())
          .toIterable()
          .containsExactly("rule", "line", "column", "message");
    }
  }

  @Test
  void otherFilesAreAnswersToExtractFrom() throws IOException {
    Path answer =
        Files.writeString(
            folder.resolve("answer.md"),
            "<think>hm</think>\nHere it is:\n```java\n"
                + Files.readString(reward("terms.add(\"Pole Up\", after.body(\"pole\").up().z());"))
                + "```\nGood luck!\n");
    Shell.Result result = Shell.run("review", answer.toString(), "--json");
    assertThat(result.exit()).as(result.out()).isZero();
    assertThat(result.json().get(0).path("terms").get(0).asText()).isEqualTo("pole_up");
  }

  @Test
  void findingsForPeopleNamePlaceRuleAndFix() throws IOException {
    Shell.Result result =
        Shell.run("review", reward("terms.add(\"up\", after.body(\"poel\").up().z());").toString());
    assertThat(result.out())
        .contains("line 6, col")
        .contains("[NAME]")
        .contains("did you mean 'pole'");
  }

  @Test
  void fileThatIsNotThereIsUsage() {
    Shell.Result result = Shell.run("review", folder.resolve("none.java").toString());
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("none.java");
  }

  @Test
  void findingsGoIntoASarifFileAtTheirPlaces() throws IOException {
    Path sarif = folder.resolve("findings.sarif");
    Shell.Result result =
        Shell.run(
            "review",
            reward("terms.add(\"up\", after.body(\"poel\").up().z());").toString(),
            "--sarif",
            sarif.toString());
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.out()).contains("line 6, col 32 [NAME] no body 'poel'");
    JsonNode finding =
        new ObjectMapper().readTree(sarif.toFile()).path("runs").path(0).path("results").path(0);
    assertThat(finding.path("ruleId").asText()).isEqualTo("NAME");
    assertThat(finding.at("/locations/0/physicalLocation/region/startLine").asInt()).isEqualTo(6);
    assertThat(finding.at("/locations/0/physicalLocation/artifactLocation/uri").asText())
        .endsWith("Reward.java");
  }
}
