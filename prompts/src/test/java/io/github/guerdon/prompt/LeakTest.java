package io.github.guerdon.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.env.Requirement;
import io.github.guerdon.env.Task;
import io.github.guerdon.env.TaskDescription;
import io.github.guerdon.env.Training;
import io.github.guerdon.env.file.Expression;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No prompt of any task holds anything of any task's baseline rewards. */
final class LeakTest {

  private static final Pattern DECIMAL = Pattern.compile("(?<![\\w.])\\d+\\.\\d+(?![\\w.])");
  private static final Set<String> SHELL =
      Set.of(
          "import io.github.guerdon.reward.*;",
          "public final class Reward implements RewardFunction {",
          "@Override",
          "public void reward(State before, Action action, State after, Terms terms) {",
          "}");

  static Stream<String> tasks() {
    return Task.builtIn().stream();
  }

  @Tag("defect-01")
  @ParameterizedTest
  @MethodSource("tasks")
  void noLineOfABaselineIsInAPrompt(String name) {
    String prompts = everyPrompt(name);
    String own = ownFigures(Samples.task(name).description());
    for (String line : baselines().flatMap(String::lines).map(String::strip).toList()) {
      if (!line.isEmpty() && !SHELL.contains(line) && !own.contains(line)) {
        assertThat(prompts).doesNotContain(line.replaceAll("^/\\*\\* | \\*/$", ""));
      }
    }
  }

  @Tag("defect-01")
  @ParameterizedTest
  @MethodSource("tasks")
  void noConstantThatOnlyABaselineHasIsInAPrompt(String name) {
    TaskDescription task = Samples.task(name).description();
    Set<String> secret = new TreeSet<>();
    Samples.atHand().forEach(other -> secret.addAll(secrets(Samples.task(other))));
    secret.removeAll(decimals(ownFigures(task)));
    // What the prompts say of all tasks alike is known before any baseline is.
    secret.removeAll(decimals(Prompts.builtIn().texts().toString()));
    assertThat(secret).contains("0.001");
    assertThat(decimals(everyPrompt(name))).doesNotContainAnyElementsOf(secret);
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void noNameOfATaskOrBaselineIsInAPrompt(String name) {
    String prompts = everyPrompt(name);
    for (String task : Task.builtIn()) {
      TaskDescription description = Samples.describe(task);
      assertThat(prompts)
          .doesNotContain(task)
          .doesNotContain(description.model())
          .doesNotContain(description.baselines().values())
          .doesNotContainPattern(
              "\\b(" + String.join("|", description.baselines().keySet()) + ")\\b");
    }
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void learnerSettingsOfATaskAreInNoPrompt(String name) {
    String prompts = everyPrompt(name);
    Stream.concat(Training.NUMBERS.stream(), Training.FLAGS.stream())
        .filter(setting -> setting.contains("_"))
        .forEach(setting -> assertThat(prompts).doesNotContain(setting));
  }

  @Test
  void exampleSharesNoTermNameWithABaseline() {
    Pattern term = Pattern.compile("terms\\.add\\(\"(\\w+)\"");
    List<String> baselines =
        baselines()
            .flatMap(text -> term.matcher(text).results())
            .map(found -> found.group(1))
            .toList();
    assertThat(
            term.matcher(PromptFiles.resource("example/Reward.java"))
                .results()
                .map(found -> found.group(1)))
        .isNotEmpty()
        .doesNotContainAnyElementsOf(baselines);
  }

  private static Stream<String> baselines() {
    return Samples.atHand().stream()
        .map(Samples::task)
        .flatMap(
            task ->
                task.description().baselines().keySet().stream()
                    .map(name -> task.baseline(name).orElseThrow()));
  }

  /** Returns the constants of a task's baselines that its description does not tell. */
  private static Set<String> secrets(Task task) {
    Set<String> secret = new TreeSet<>();
    for (String baseline : task.description().baselines().keySet()) {
      secret.addAll(decimals(task.baseline(baseline).orElseThrow()));
    }
    secret.removeAll(decimals(ownFigures(task.description())));
    return secret;
  }

  private static String everyPrompt(String name) {
    return new DesignPrompts(Prompts.builtIn()).system()
        + String.join("\n", GoldenPromptsTest.requests(Samples.text(name)).values());
  }

  private static String ownFigures(TaskDescription task) {
    return Stream.concat(
            Stream.concat(
                task.expressions().stream().map(Expression::text),
                Stream.of(task.episode().start().toString())),
            Stream.concat(task.fitness().require().stream(), task.success().stream())
                .map(Requirement::toString))
        .collect(Collectors.joining("\n"));
  }

  private static Set<String> decimals(String text) {
    return DECIMAL.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }
}
