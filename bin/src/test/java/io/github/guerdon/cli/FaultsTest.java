package io.github.guerdon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trains rewards with a planted fault for real, and reads the diagnosis. */
final class FaultsTest {

  private static final String FEW = "12000";

  @TempDir private Path folder;

  private static Path planted() throws URISyntaxException {
    return Path.of(Objects.requireNonNull(FaultsTest.class.getResource("/faults/few")).toURI());
  }

  @Test
  void plantedFaultsAreNamedAndTheSoundRewardIsLeftAlone() throws URISyntaxException {
    Shell.Result result =
        Shell.run(
            "bench",
            "faults",
            planted().toString(),
            "--steps",
            FEW,
            "--out",
            folder.toString(),
            "--json");

    assertThat(result.exit()).as(result.err()).isZero();
    List<JsonNode> lines = result.json();
    assertThat(lines).hasSize(6);
    assertThat(lines.subList(0, 5)).as(result.out()).allMatch(l -> l.path("right").asBoolean());
    JsonNode all = lines.get(5);
    assertThat(all.path("planted").asInt()).isEqualTo(4);
    assertThat(all.path("named").asInt()).isEqualTo(4);
    assertThat(all.path("sound").asInt()).isEqualTo(1);
    assertThat(all.path("false_alarms").asInt()).isZero();
  }

  @Test
  void trainEndsWithTheDiagnosis() throws URISyntaxException {
    String reward = planted().resolve("../f053_reacher-reach.java").toString();
    String[] train = {
      "train", "reacher", "--reward", reward, "--steps", "2000", "--out", folder.toString()
    };
    Shell.Result plain = Shell.run(train);
    assertThat(plain.out()).contains("FLOODING in torque: It gives");

    Shell.Result json =
        Shell.run(
            "train",
            "reacher",
            "--reward",
            reward,
            "--steps",
            "2000",
            "--out",
            folder.toString(),
            "--json");
    JsonNode trained = json.json().get(json.json().size() - 1);
    assertThat(trained.path("event").asText()).isEqualTo("trained");
    assertThat(trained.path("outcome").asText()).isEqualTo("completed");
    assertThat(trained.path("diagnosis"))
        .anySatisfy(
            finding -> {
              assertThat(finding.fieldNames())
                  .toIterable()
                  .containsExactly("fault", "term", "evidence", "suggestion");
              assertThat(finding.path("fault").asText()).isEqualTo("FLOODING");
              assertThat(finding.path("term").asText()).isEqualTo("torque");
            });
  }

  @Test
  void indexThatNamesAnUnknownFaultIsRefusedByLine() throws IOException {
    Files.writeString(
        folder.resolve("index.tsv"), "file\ttask\tfault\na.java\treacher-reach\tGREED\n");
    Shell.Result result = Shell.run("bench", "faults", folder.toString());
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("index.tsv:2: unknown fault 'GREED'", "FLOODING");
  }

  @Test
  void folderWithoutAnIndexIsRefused() {
    Shell.Result result = Shell.run("bench", "faults", folder.resolve("none").toString());
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("index.tsv: cannot be read");
  }
}
