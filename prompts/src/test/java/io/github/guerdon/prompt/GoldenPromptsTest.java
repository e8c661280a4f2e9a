package io.github.guerdon.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GoldenPromptsTest {

  private static final int CHARACTERS_A_TOKEN = 3; // fewer than any tokenizer in use makes of them

  private static final DesignPrompts DESIGN = new DesignPrompts(Prompts.builtIn());

  @Test
  void systemPromptEqualsItsGoldenFile() throws IOException {
    Golden.check("system.md", DESIGN.system());
  }

  @ParameterizedTest
  @ValueSource(strings = {"hopper-run", "cartpole-swingup"})
  void requestsEqualTheirGoldenFiles(String name) throws IOException {
    for (Map.Entry<String, String> request : requests(Samples.text(name)).entrySet()) {
      Golden.check(name + "/" + request.getKey() + ".md", request.getValue());
    }
  }

  @Test
  void renderingTwiceGivesTheSameText() {
    assertThat(requests(Samples.text("hopper-run")))
        .isEqualTo(requests(Samples.text("hopper-run")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hopper-run", "cartpole-swingup"})
  void linesEndInLineFeedsAndNoneIsEmptyTwice(String name) {
    requests(Samples.text(name))
        .forEach(
            (request, text) ->
                assertThat(text)
                    .as(request)
                    .doesNotContain("\r")
                    .doesNotContain("\n\n\n")
                    .endsWith("\n"));
  }

  @Test
  void firstPromptForHopperStaysUnderItsBar() {
    int length = DESIGN.system().length() + DESIGN.first(Samples.text("hopper-run")).length();
    assertThat(length / CHARACTERS_A_TOKEN).isLessThan(3_500);
  }

  @Test
  void refinePromptWithFourParentsStaysUnderItsBar() {
    String refine = DESIGN.refine(Samples.text("hopper-run"), Samples.largeFeedback());
    assertThat((DESIGN.system().length() + refine.length()) / CHARACTERS_A_TOKEN).isLessThan(7_000);
  }

  static Map<String, String> requests(TaskText task) {
    Feedback feedback = Samples.feedback();
    return new TreeMap<>(
        Map.of(
            "first",
            DESIGN.first(task),
            "refine",
            DESIGN.refine(task, feedback),
            "mutate",
            DESIGN.mutate(task, feedback, "smooth"),
            "crossover",
            DESIGN.crossover(task, feedback),
            "explore",
            DESIGN.explore(task, feedback),
            "repair",
            DESIGN.repair(
                task,
                "1 | class Reward {}",
                "STATIC_REJECT",
                "1:1 STRUCTURE no method 'reward'; add it",
                1,
                2),
            "reflect",
            DESIGN.reflect(task, feedback),
            "ask",
            DESIGN.ask(task)));
  }
}
