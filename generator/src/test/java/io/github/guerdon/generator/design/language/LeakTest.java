package io.github.guerdon.generator.design.language;

import static io.github.guerdon.generator.llm.ScriptedModel.answered;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.env.Task;
import io.github.guerdon.env.TaskDescription;
import io.github.guerdon.env.file.Expression;
import io.github.guerdon.generator.design.DesignContext;
import io.github.guerdon.generator.design.DesignerException;
import io.github.guerdon.generator.design.Past;
import io.github.guerdon.generator.design.Proposal;
import io.github.guerdon.generator.design.Reading;
import io.github.guerdon.generator.design.Refusal;
import io.github.guerdon.generator.llm.ModelRequest;
import io.github.guerdon.generator.llm.ScriptedModel;
import io.github.guerdon.prompt.Prompts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No prompt that the designer writes for any task holds anything of its baseline rewards. */
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

  @ParameterizedTest
  @MethodSource("tasks")
  void noLineNameOrConstantOfABaselineIsInAPrompt(String name) throws DesignerException {
    Task task = Scene.task(name);
    String prompts = everyPrompt(task);
    assertThat(Stream.of("g3c0", "Repair 1 of 2", "Against g2c2")).allMatch(prompts::contains);
    assertThat(leaked(task, prompts)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void anythingOfABaselineWouldBeFound(String name) {
    Task task = Scene.task(name);
    for (String baseline : baselines(task)) {
      String line =
          baseline.lines().filter(l -> l.contains("terms.add")).findFirst().orElseThrow().strip();
      assertThat(leaked(task, "Your job\n" + line)).contains(line);
    }
    for (String file : task.description().baselines().values()) {
      assertThat(leaked(task, "as " + file + " does")).contains(file);
    }
  }

  /** Returns lines, names and constants of a task's baselines that prompts should not hold. */
  private static Set<String> leaked(Task task, String prompts) {
    String own = own(task.description());
    Set<String> leaked = new TreeSet<>();
    for (String baseline : baselines(task)) {
      baseline
          .lines()
          .map(String::strip)
          .filter(l -> !l.isEmpty() && !SHELL.contains(l) && !own.contains(l))
          .map(l -> l.replaceAll("^/\\*\\* | \\*/$", ""))
          .filter(prompts::contains)
          .forEach(leaked::add);
      Set<String> secret = decimals(baseline);
      secret.removeAll(decimals(own));
      // What the prompts say of all tasks alike is known before any baseline is.
      secret.removeAll(decimals(Prompts.builtIn().texts().toString()));
      secret.retainAll(decimals(prompts));
      leaked.addAll(secret);
    }
    leaked.addAll(names(task.description()).filter(prompts::contains).toList());
    return leaked;
  }

  private static Stream<String> names(TaskDescription task) {
    return Stream.of(
            Stream.of(task.name()),
            task.baselines().values().stream(),
            task.baselines().values().stream().map(file -> file.replace(".java", "")),
            task.baselines().keySet().stream())
        .flatMap(s -> s);
  }

  /** Runs four generations with repairs and returns all that was sent. */
  private static String everyPrompt(Task task) throws DesignerException {
    String good = Scene.code("forward", "1.75");
    ScriptedModel model =
        new ScriptedModel(r -> answered("- Dense terms train.\n" + Scene.fence(good)));
    LanguageDesigner designer = Scene.designer(model, task, Scene.SETTINGS);
    List<Past> earlier = new ArrayList<>();
    for (int generation = 0; generation < 5; generation++) {
      List<Past> parents = earlier.stream().filter(Past::scored).limit(4).toList();
      DesignContext context = new DesignContext(Scene.brief(task), generation, 7, parents, earlier);
      List<Proposal> proposals = designer.propose(context, 6);
      designer.repair(
          context,
          List.of(
              new Refusal(
                  context.id(0), proposals.get(0), good, "STATIC_REJECT", "X at 1:1: x", 1, 2),
              new Refusal(context.id(1), empty(), "", "EMPTY", "", 2, 2)));
      List<String> from = parents.stream().limit(1).map(Past::id).toList();
      for (int i = 0; i < 3; i++) {
        String code = Scene.code("forward", generation + ".7" + i);
        earlier.add(0, Scene.scored(generation, i, code, generation + i, from));
        earlier.add(Scene.failed(generation, 3 + i, "DIVERGED", "Term forward was NaN."));
      }
    }
    assertThat(model.labels()).contains("g4reflect", "g4c5", "g4c0r1", "g4c1r2");
    return model.requests().stream().map(LeakTest::text).collect(Collectors.joining("\n"));
  }

  private static Proposal empty() {
    return new Proposal("", "", List.of(), "first", "", Reading.EMPTY);
  }

  private static String text(ModelRequest request) {
    return request.system() + "\n" + request.turns().get(0).text();
  }

  private static List<String> baselines(Task task) {
    List<String> sources =
        task.description().baselines().keySet().stream()
            .map(b -> task.baseline(b).orElseThrow())
            .toList();
    assertThat(sources).isNotEmpty();
    return sources;
  }

  /** Returns what the task itself says, which a baseline may say as well. */
  private static String own(TaskDescription task) {
    return Stream.concat(
            Stream.of(task.about(), task.fitness().toString(), task.success().toString()),
            task.expressions().stream().map(Expression::text))
        .collect(Collectors.joining("\n"));
  }

  private static Set<String> decimals(String text) {
    return DECIMAL
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
