package io.github.guerdon.env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.guerdon.env.Draw.Noise;
import io.github.guerdon.env.Requirement.Comparison;
import io.github.guerdon.env.file.Expression;
import io.github.guerdon.env.file.TaskException;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TaskParserTest {

  private static TaskDescription parse(String text) throws TaskException {
    return TaskParser.parse("task.yaml", text).description();
  }

  private static List<String> problems(String text) {
    return catchThrowableOfType(TaskException.class, () -> parse(text)).problems();
  }

  @Test
  void soundFileBecomesDescription() throws TaskException {
    TaskDescription task = parse(TaskFiles.YAML);

    assertThat(task.name()).isEqualTo("drop-ball");
    assertThat(task.control()).isEqualTo(new Control(5, Control.Derived.END));
    assertThat(task.episode().steps()).isEqualTo(40);
    assertThat(task.episode().start().rules())
        .extracting(r -> r.field() + " " + r.joint() + " " + r.draw().noise())
        .containsExactly("QPOS height UNIFORM", "QVEL  NORMAL");
    assertThat(task.episode().start().rules().get(0).draw())
        .isEqualTo(new Draw(OptionalDouble.of(0.5), Noise.UNIFORM, -0.1, 0.1));
    assertThat(task.observe())
        .extracting(Observation::text)
        .containsExactly("qpos", "clip(qvel, -1, 1)", "after.body(\"ball\").position().z()");
    assertThat(task.metrics())
        .extracting(Metric::over)
        .containsExactly(Metric.Over.CHANGE, Metric.Over.FRACTION);
    assertThat(task.fitness())
        .isEqualTo(
            new FitnessRule(
                List.of(new Requirement("survival", Comparison.AT_LEAST, 0.5)), "drop"));
    assertThat(task.success()).hasSize(2);
    assertThat(task.training().steps()).isEqualTo(1000);
    assertThat(task.metricNames()).containsExactly("drop", "low", "survival", "length");
  }

  @Test
  void expressionsComeInOrderOfUseWithTheirPlaces() throws TaskException {
    List<Expression> expressions = parse(TaskFiles.YAML).expressions();

    assertThat(expressions)
        .extracting(e -> e.where().key())
        .containsExactly("episode.healthy", "metrics.drop.each", "metrics.low.each", "observe[2]");
    assertThat(expressions)
        .extracting(Expression::type)
        .containsExactly(
            Expression.Type.CONDITION,
            Expression.Type.NUMBER,
            Expression.Type.CONDITION,
            Expression.Type.NUMBER);
    assertThat(expressions.get(0).where())
        .isEqualTo(new Expression.Where("episode.healthy", 12, 12));
  }

  @Test
  void quotedExpressionsPlaceIsAfterItsQuote() throws TaskException {
    String text = TaskFiles.edited("- qpos\n", "- \"after.time()\"\n");
    assertThat(parse(text).expressions().get(3).where())
        .isEqualTo(new Expression.Where("observe[0]", 14, 6));
  }

  @Test
  void allProblemsAreToldAtOnceInOrderOfTheFile() {
    String text =
        TaskFiles.edited(
            "frame_skip: 5",
            "frameskip: 5",
            "over: change",
            "over: chang",
            "steps: 1000",
            "steps: many");
    assertThat(problems(text))
        .containsExactly(
            "task.yaml:5:3: unknown key 'frameskip' in 'control'; did you mean 'frame_skip'?",
            "task.yaml:20:11: 'metrics.drop.over' is 'chang', must be one of first, last, min, max, sum, mean, change, fraction; did you mean 'change'?",
            "task.yaml:31:10: 'training.steps' is 'many', must be a whole number of at least 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "name: drop-ball | name: Drop Ball | 1:7: 'Drop Ball' must be lower case letters, digits and dashes, beginning with a letter",
        "name: drop-ball | name: 7 | 1:7: 'name' is '7', must be a text",
        "name: drop-ball | names: drop-ball | 1:1: key 'name' is missing; add it",
        "name: drop-ball | names: drop-ball | 1:1: unknown key 'names'; did you mean 'name'?",
        "frame_skip: 5 | frame_skip: 0 | 5:15: 'control.frame_skip' is '0', must be a whole number of at least 1",
        "frame_skip: 5 | frame_skip: 10001 | 5:15: 'control.frame_skip' is '10001', must be at most 10000",
        "frame_skip: 5 | frame_skip: 2.5 | 5:15: 'control.frame_skip' is '2.5', must be a whole number of at least 1",
        "frame_skip: 5 | delay: 1.5 | 5:10: 'delay' counts control steps, must be a whole number",
        "frame_skip: 5 | action: offset-from-key | 5:3: key 'key' is missing in 'control'; add it",
        "frame_skip: 5 | action: offset | 5:11: 'control.action' is 'offset', must be one of direct, offset-from-key",
        "frame_skip: 5 | key: home | 5:8: 'key' belongs to action: offset-from-key; remove it",
        "frame_skip: 5 | low_pass: 0 | 5:13: 'control.low_pass' is '0', must be from 1.0E-6 to 1.0",
        "frame_skip: 5 | delay: -1 | 5:10: 'control.delay' is '-1', must be from 0.0 to 1000.0",
        "frame_skip: 5 | derived: gymnasum | 5:12: 'control.derived' is 'gymnasum', must be one of end, gymnasium; did you mean 'gymnasium'?",
        "steps: 1000 | `steps: 1000\nvary: {}` | 32:7: 'vary' names no field; add one, such as body_mass: 0.8..1.2, or remove it",
        "steps: 1000 | `steps: 1000\nvary: body_mass` | 32:7: 'vary' is 'body_mass', must be a mapping of keys to values",
        "steps: 1000 | `steps: 1000\nvary: { bodymass: 0.8..1.2 }` | 32:9: unknown key 'bodymass' in 'vary'; did you mean 'body_mass'?",
        "steps: 1000 | `steps: 1000\nvary: { colour: 0.8..1.2 }` | 32:9: unknown key 'colour' in 'vary'; known: body_mass, geom_friction, dof_damping, dof_armature, actuator_gain, gravity",
        "steps: 1000 | `steps: 1000\nvary: { body_mass: 0.8 }` | 32:20: '0.8' is no range of factors; write LOW..HIGH, such as 0.8..1.2",
        "steps: 1000 | `steps: 1000\nvary: { body_mass: 0.8..nan }` | 32:20: '0.8..nan' is no range of factors; write LOW..HIGH, such as 0.8..1.2",
        "steps: 1000 | `steps: 1000\nvary: { body_mass: 1.2..0.8 }` | 32:20: 1.2..0.8: the lower end comes first; swap them",
        "steps: 1000 | `steps: 1000\nvary: { body_mass: 0..1 }` | 32:20: 0..1: the model's own numbers are multiplied; factors must be above 0 and at most 10",
        "steps: 1000 | `steps: 1000\nvary: { body_mass: 1..1e999 }` | 32:20: 1..1e999: the model's own numbers are multiplied; factors must be above 0 and at most 10",
        "steps: 1000 | `steps: 1000\nvary: { body_mass: 1..1 }` | 32:20: 1..1: varies nothing; widen it, such as 0.8..1.2, or remove it",
        "steps: 1000 | `steps: 1000\nvary: { body_mass: 1..2, body_mass: 1..3 }` | 32:26: key 'body_mass' stands twice in 'vary'; remove one",
        "about: Let the ball fall. | about: [a] | 2:8: 'about' is a list, must be a text",
        "about: Let the ball fall. | about: | 2:7: 'about' is empty, must be a text",
        "about: Let the ball fall. | name: again | 2:1: key 'name' stands twice; remove one",
        "steps: 40 | steps: [40] | 7:10: 'episode.steps' is a list, must be a whole number of at least 1",
        "height: 0.5 + uniform(-0.1, 0.1) | height: unifrom(-1, 1) | 10:15: unknown distribution 'unifrom'; did you mean 'uniform'?",
        "height: 0.5 + uniform(-0.1, 0.1) | height: uniform(1, -1) | 10:15: uniform(1.0, -1.0): the lower end comes first; swap them",
        "normal(0, 0.01) | normal(0, -1) | 11:11: normal(0.0, -1.0): the spread is negative; make it at least 0",
        "height: 0.5 + uniform(-0.1, 0.1) | height: high | 10:15: 'high' is not understood; write a number, uniform(low, high), normal(mean, sd), disk(radius), choice(a, b, …) or base + one of these",
        "- clip(qvel, -1, 1) | - clip(qvel, 1, -1) | 15:5: 'clip(qvel, 1, -1)': the lower end comes first; swap them",
        "- clip(qvel, -1, 1) | - clip(2 * time, -1, 1) | 15:5: clip bounds a field slice, '2 * time' is none; use Shape.clamp(…, low, high) for an expression",
        "- clip(qvel, -1, 1) | - { noise: 0.1 } | 15:5: key 'value' is missing in 'observe[1]'; add it",
        "- clip(qvel, -1, 1) | - { value: qvel, noise: 0.1 } | 15:27: noise is added to each number; write uniform(low, high) or normal(mean, sd)",
        "- clip(qvel, -1, 1) | - { value: qvel, history: 0 } | 15:29: 'observe[1].history' is '0', must be a whole number of at least 1",
        "- clip(qvel, -1, 1) | - { value: qvel, history: 101 } | 15:29: 'history' is 101, must be at most 100",
        "- clip(qvel, -1, 1) | - { value: qvel, nose: 1 } | 15:20: unknown key 'nose' in 'observe[1]'; did you mean 'noise'?",
        "drop: | survival: | 19:5: every task has the metric 'survival'; choose another name",
        "maximize: drop | maximize: dorp | 28:13: unknown metric 'dorp'; did you mean 'drop'?",
        "survival: \">= 0.5\" | survival: 0.5 | 27:15: bound '0.5' is not understood; write a comparison with a number, such as \">= 0.95\"",
        "survival == 1 | surviving == 1 | 29:10: unknown metric 'surviving'; did you mean 'survival'?",
        "survival == 1 | survival | 29:10: 'survival' is not understood; write comparisons of metrics with numbers, such as distance >= 5 && survival == 1",
        "steps: 1000 | `steps: 1000\n  learner: { learning_rat: 0.1 }` | 32:14: unknown key 'learning_rat' in 'training.learner'; did you mean 'learning_rate'?",
      })
  void mistakeIsToldWithPlaceAndFix(String old, String replacement, String problem) {
    String text = TaskFiles.edited(old.replace("\\n", "\n"), replacement.replace("\\n", "\n"));
    assertThat(problems(text)).contains("task.yaml:" + problem);
  }

  @Test
  void commaInsideBracesIsExplained() {
    String text =
        TaskFiles.edited(
            "    qvel: normal(0, 0.01)\n",
            "",
            "  start:\n    qpos:\n      height: 0.5 + uniform(-0.1, 0.1)\n",
            "  start: { qpos: uniform(-0.1, 0.1) }\n");
    assertThat(problems(text))
        .contains(
            "task.yaml:8:32: unexpected '0.1)' in 'episode.start'; inside { } a comma ends a value: put the whole value in quotes");
  }

  @Test
  void brokenYamlIsToldWithItsPlace() {
    assertThat(problems("name: [a\nabout: b\n"))
        .singleElement()
        .asString()
        .startsWith("task.yaml:2:6: not valid YAML: ")
        .endsWith("check indentation, quotes and brackets there");
    assertThat(problems("name: a\n\tabout: b\n"))
        .singleElement()
        .asString()
        .startsWith("task.yaml:2:1: not valid YAML: ");
    assertThat(problems("name: a\u0000\n"))
        .singleElement()
        .asString()
        .contains("save the file as plain UTF-8 text");
  }

  @Test
  void fileWithoutMappingIsRefused() {
    assertThat(problems("")).singleElement().asString().contains("the file is empty");
    assertThat(problems("just text"))
        .containsExactly("task.yaml:1:1: '' is 'just text', must be a mapping of keys to values");
  }

  @ParameterizedTest
  @CsvSource({"pi,3.141592653589793", "-pi/2,-1.5707963267948966", "1e-3,0.001", "-.5,-0.5"})
  void startValueMayBeConstant(String text, double value) throws TaskException {
    Draw draw =
        parse(TaskFiles.edited("0.5 + uniform(-0.1, 0.1)", text))
            .episode()
            .start()
            .rules()
            .get(0)
            .draw();
    assertThat(draw).isEqualTo(Draw.constant(value));
  }

  @Test
  void learnerSettingsAreKeptByName() throws TaskException {
    Training training =
        parse(
                TaskFiles.edited(
                    "  steps: 1000",
                    "  steps: 1_000\n  learner: { worlds: 8, normalise_rewards: true }"))
            .training();
    assertThat(training.steps()).isEqualTo(1000);
    assertThat(training.learner())
        .containsOnly(Map.entry("worlds", 8.0), Map.entry("normalise_rewards", 1.0));
  }
}
