package io.github.guerdon.generator.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.generator.evolve.StrategyName;
import io.github.guerdon.generator.run.Caps;
import io.github.guerdon.generator.run.Racing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BatchFileTest {

  private static final String WHOLE =
      """
      name: nightly
      tasks: [ cartpole-swingup, push.yaml, own/task.yaml ]
      designers:
        - offline
        - { name: openai, model: gpt-5-mini, temperature: 0.5 }
      strategies: [ elite, best-of ]
      seeds: 3..4
      search: { generations: 2, candidates: 3, fresh_seeds: 5, racing: save }
      budget: { trainings: 2_400, time: 2h, money: 6.00 }
      thresholds:
        fitness: { cartpole-swingup: 0.6 }
        against: { official: not-below }
      regression: { confidence: 0.99 }
      """;

  @TempDir private Path folder;

  @BeforeEach
  void taskFiles() throws IOException {
    Files.createDirectories(folder.resolve("own"));
    Files.writeString(folder.resolve("push.yaml"), "");
    Files.writeString(folder.resolve("own/task.yaml"), "");
  }

  private BatchPlan read(String text) throws TaskException, IOException {
    Path file = Files.writeString(folder.resolve("some-batch.yaml"), text);
    return BatchFile.read(file, task -> List.of("official", "sparse"));
  }

  private List<String> problems(String text) {
    return catchThrowableOfType(TaskException.class, () -> read(text)).problems();
  }

  @Test
  void wholeFileBecomesAPlan() throws Exception {
    BatchPlan plan = read(WHOLE);
    assertThat(plan.name()).isEqualTo("nightly");
    assertThat(plan.experiments()).hasSize(3 * 2 * 2 * 2);
    assertThat(plan.experiments())
        .extracting(Experiment::name)
        .startsWith(
            "cartpole-swingup.offline.elite.s3",
            "cartpole-swingup.offline.elite.s4",
            "cartpole-swingup.offline.best-of.s3")
        .contains("push.openai-gpt-5-mini.elite.s3", "own.offline.best-of.s4")
        .doesNotHaveDuplicates();
    assertThat(plan.tasks())
        .extracting(TaskEntry::source)
        .containsExactly(
            "cartpole-swingup",
            folder.resolve("push.yaml").toString(),
            folder.resolve("own/task.yaml").toString());
    assertThat(plan.experiments().get(4).designer().options())
        .isEqualTo(Map.of("model", "gpt-5-mini", "temperature", "0.5"));
    assertThat(plan.budget())
        .isEqualTo(Caps.none().withTrainings(2400).withSeconds(7200).withMicrodollars(6_000_000));
    assertThat(plan.share()).isEqualTo(Caps.none().withTrainings(100).withMicrodollars(250_000));
    assertThat(plan.thresholds().fitness()).isEqualTo(Map.of("cartpole-swingup", 0.6));
    assertThat(plan.confidence()).isEqualTo(0.99);
    assertThat(plan.shape().racing()).contains(Racing.SAVE);
  }

  @Test
  void tasksAloneAreEnough() throws Exception {
    BatchPlan plan = read("tasks: [ reacher ]");
    assertThat(plan.name()).isEqualTo("some-batch");
    assertThat(plan.experiments())
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.name()).isEqualTo("reacher.offline.elite.s0");
              assertThat(e.strategy()).isEqualTo(StrategyName.ELITE);
            });
    assertThat(plan.share()).isEqualTo(Caps.none());
    assertThat(plan.confidence()).isEqualTo(0.95);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tasks: [ reachr ]                         |1:10: 'reachr' is no built-in task and no file beside this one; did you mean 'reacher'?",
        "task: [ reacher ]                         |1:1: unknown key 'task'; did you mean 'tasks'?",
        "tasks: []                                 |1:8: this list is empty; name at least one",
        "tasks: [ reacher, reacher ]               |1:19: this stands twice in the list; remove one",
        "strategies: [ elit ]                      |1:15: 'strategies[0]' is 'elit', must be one of elite, eureka, islands, tree, best-of; did you mean 'elite'?",
        "designers: [ opnai ]                      |1:14: 'designers[0]' is 'opnai', must be one of offline, openai, anthropic, gemini, ollama, mistral; did you mean 'openai'?",
        "designers: [ openai ]                     |1:14: designer 'openai' needs a model; write { name: openai, model: NAME }",
        "designers: [ { name: openai, modl: x } ]  |1:30: unknown key 'modl' in 'designers[0]'; did you mean 'model'?",
        "seeds: 4..3                               |1:8: 'seeds' must be a list such as [ 0, 1, 2 ], or a range such as 0..2",
        "seeds: [ -1 ]                             |1:10: 'seeds[0]' is '-1', must be a whole number of at least 0",
        "search: { racing: sometimes }             |1:19: 'search.racing' is 'sometimes', must be one of off, save, spend",
        "search: { generation: 2 }                 |1:11: unknown key 'generation' in 'search'; did you mean 'generations'?",
        "search: { fresh_seeds: 2 }                |1:24: 'search.fresh_seeds' is '2', must be a whole number of at least 3",
        "budget: { time: soon }                    |1:17: 'time' must be a number above 0 with s, m or h, such as 90m",
        "budget: { money: -1 }                     |1:18: 'money' must be an amount above 0 in USD, such as 2.50",
        "thresholds: { fitness: { raecher: 1 } }   |1:35: no task of this batch is 'raecher'",
        "thresholds: { against: { official: up } } |1:36: 'thresholds.against.official' is 'up', must be one of above, non-inferior, not-below",
        "thresholds: { trained: 2 }                |1:24: 'thresholds.trained' is '2', must be from 0.0 to 1.0",
        "regression: { confidence: 0.4 }           |1:27: 'confidence' must be above 0.5 and below 1",
        "name: Night Job                           |1:7: 'Night Job' must be lower case letters",
      })
  void mistakesAreToldWithTheirPlaceAndASuggestion(String line, String expected) {
    assertThat(problems(line + (line.contains("task") ? "" : "\ntasks: [ reacher ]\n")))
        .anySatisfy(
            p -> assertThat(p).startsWith(folder.resolve("some-batch.yaml") + ":" + expected));
  }

  @Test
  void allMistakesAreToldAtOnceInTheOrderOfTheFile() {
    assertThat(problems("tasks: [ reachr ]\nseeds: x\nbudgt: {}\n")).hasSize(3).isSorted();
  }

  @Test
  void budgetThatCannotBeSharedOutIsRefused() {
    assertThat(problems("tasks: [ reacher ]\nseeds: 0..9\nbudget: { trainings: 9 }"))
        .singleElement()
        .asString()
        .endsWith(":3:22: 9 cannot be shared out among 10 experiments; give at least 10");
  }

  @Test
  void baselineThatATaskLacksIsNamedWithItsPlace() {
    assertThat(problems("tasks: [ reacher ]\nthresholds: { against: { offical: above } }"))
        .singleElement()
        .asString()
        .endsWith(":2:35: task 'reacher' has no baseline 'offical'; did you mean 'official'?");
  }

  @Test
  void emptyFileAndMissingFileAreSaidSo() {
    assertThat(problems("").get(0)).contains(":1:1: the file is empty; a batch needs at least");
    TaskException missing =
        catchThrowableOfType(
            TaskException.class, () -> BatchFile.read(folder.resolve("none.yaml"), t -> List.of()));
    assertThat(missing).hasMessageContaining("no such file");
  }
}
