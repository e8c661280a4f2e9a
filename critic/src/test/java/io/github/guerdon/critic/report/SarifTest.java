package io.github.guerdon.critic.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.guerdon.critic.Critic;
import io.github.guerdon.critic.RewardSource;
import io.github.guerdon.critic.Vocabularies;
import io.github.guerdon.critic.verdict.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SarifTest {

  private static final String SOURCE =
      """
      import io.github.guerdon.reward.*;
      public final class Reward implements RewardFunction {
        public void reward(State before, Action action, State after, Terms terms) {
          terms.add("x", @);
        }
      }
      """;

  @Test
  void refusalIsOneRunWithAnErrorForEachFinding() throws Exception {
    JsonNode log = read("after.body(\"torzo\").position().z() + System.nanoTime()");
    assertThat(log.path("version").asText()).isEqualTo("2.1.0");
    assertThat(log.path("$schema").asText()).contains("sarif-schema-2.1.0.json");
    assertThat(log.path("runs")).hasSize(1);
    JsonNode run = log.at("/runs/0");
    JsonNode rules = run.at("/tool/driver/rules");
    assertThat(run.at("/tool/driver/name").asText()).isEqualTo("guerdon");
    assertThat(run.path("results")).hasSize(2);
    for (JsonNode result : run.path("results")) {
      assertThat(result.path("level").asText()).isEqualTo("error");
      assertThat(result.at("/message/text").asText()).isNotBlank();
      assertThat(rules.path(result.path("ruleIndex").asInt()).path("id"))
          .isEqualTo(result.path("ruleId"));
      JsonNode place = result.at("/locations/0/physicalLocation");
      assertThat(place.at("/artifactLocation/uri").asText()).isEqualTo("rewards/Reward.java");
      assertThat(place.at("/region/startLine").asInt()).isEqualTo(4);
      assertThat(place.at("/region/startColumn").asInt()).isPositive();
    }
  }

  @Test
  void findingOnTheWholeSourceHasNoRegion() throws Exception {
    JsonNode log = read("0" + " ".repeat(40_000));
    assertThat(log.at("/runs/0/results/0/locations/0/physicalLocation").has("region")).isFalse();
  }

  @Test
  void warningsOfAnAcceptedSourceAreWarnings() throws Exception {
    JsonNode log = read("1.0");
    assertThat(log.at("/runs/0/results/0/level").asText()).isEqualTo("warning");
    assertThat(log.at("/runs/0/results/0/ruleId").asText()).isEqualTo("CONSTANT_TERM");
  }

  @Test
  void cleanSourceHasNoResults() throws Exception {
    assertThat(List.of(read("after.time()").at("/runs/0/results"))).allMatch(JsonNode::isEmpty);
  }

  private static JsonNode read(String value) throws Exception {
    Verdict verdict =
        new Critic().review(RewardSource.of(SOURCE.replace("@", value)), Vocabularies.HOPPER);
    return new ObjectMapper().readTree(Sarif.write("rewards/Reward.java", verdict));
  }
}
