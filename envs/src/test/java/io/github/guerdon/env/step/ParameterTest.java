package io.github.guerdon.env.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.guerdon.env.JavacExpressions;
import io.github.guerdon.env.Task;
import io.github.guerdon.env.TaskFiles;
import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.reward.slot.SlotTable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ParameterTest {

  private static final int WORLDS = 500;
  private static final String MJCF =
      """
      <mujoco>
        <option timestep="0.01"/>
        <worldbody>
          <body name="goal" mocap="true" pos="0 0 0.7"><geom size="0.01" contype="0"/></body>
          <body name="cart">
            <joint name="x" type="slide" axis="1 0 0"/><joint name="y" type="slide" axis="0 1 0"/>
            <geom size="0.1"/>
          </body>
          <body name="flag" pos="0 1 0"><joint name="flag" type="hinge"/><geom size="0.1"/></body>
        </worldbody>
        <actuator><motor name="push" joint="x"/></actuator>
      </mujoco>
      """;

  @TempDir Path folder;

  private Task task(String parameters, String observe) throws TaskException {
    String yaml =
        """
        name: goals
        about: Reach.
        model: model.xml
        control: { frame_skip: 2 }
        episode: { steps: 50 }
        fitness: { maximize: length }
        training: { steps: 100 }
        observe:
        """
            + observe.indent(2)
            + "parameters:\n"
            + parameters.indent(2);
    Path file = TaskFiles.write(folder, Map.of("task.yaml", yaml, "model.xml", MJCF));
    return Task.load(file.toString(), new JavacExpressions());
  }

  private static VectorEnvironment open(Task task) {
    return VectorEnvironment.open(task, new SlotTable(List.of(), List.of()), WORLDS, 1, 3);
  }

  private static List<double[]> seen(VectorEnvironment env) {
    return IntStream.range(0, WORLDS).mapToObj(env::exactObservation).toList();
  }

  private static void step(VectorEnvironment env) {
    env.step(new float[WORLDS]);
    env.resetEnded();
  }

  @Test
  void goalIsDrawnInEachEpisodeAndMovesItsMocapBody() throws TaskException {
    Task task =
        task(
            "target: { draw: disk(0.2), every: episode, sets: \"mocap:goal\" }",
            "- after.parameter(\"target_x\")\n- after.parameter(\"target_y\")\n- xpos['goal']");
    assertThat(task.vocabulary().parameters()).containsExactly("target_x", "target_y");
    try (VectorEnvironment env = open(task)) {
      env.reset();
      List<double[]> first = seen(env);
      assertThat(first)
          .allMatch(row -> row[0] == row[2] && row[1] == row[3] && row[4] == 0.7)
          .allMatch(row -> Math.hypot(row[0], row[1]) <= 0.2);
      assertThat(first.stream().map(row -> row[0]).distinct()).hasSize(WORLDS);
      for (int i = 0; i < 49; i++) {
        step(env);
      }
      assertThat(seen(env).get(7)).isEqualTo(first.get(7));
      step(env);
      assertThat(seen(env).get(7)).isNotEqualTo(first.get(7));
      assertThat(seen(env)).allMatch(row -> row[0] == row[2] && row[1] == row[3]);
    }
  }

  @Test
  void commandIsDrawnAgainEveryFewSeconds() throws TaskException {
    Task task =
        task(
            "speed: { draw: \"uniform(1, 2)\", every: 0.2 s }",
            "- after.parameter(\"speed\")\n- before.parameter(\"speed\")\n- after.start().parameter(\"speed\")");
    try (VectorEnvironment env = open(task)) {
      env.reset();
      double[] first = seen(env).get(3);
      assertThat(first[0]).isBetween(1.0, 2.0);
      for (int i = 0; i < 9; i++) {
        step(env);
        assertThat(seen(env).get(3)).containsOnly(first[0]);
      }
      step(env);
      double[] changed = seen(env).get(3);
      assertThat(changed[0]).isNotEqualTo(first[0]);
      assertThat(changed[1]).isEqualTo(first[0]);
      assertThat(changed[2]).isEqualTo(first[0]);
    }
  }

  @Test
  void jointsTakeTheirNumbersAtTheStartAndWhenDrawnAgain() throws TaskException {
    Task task =
        task(
            "spot: { draw: [\"uniform(1, 2)\", 3], every: 0.02 s, sets: \"joint:x, y\" }\nwind: { draw: \"choice(5, 6)\" }",
            "- after.parameter(\"spot_x\")\n- after.parameter(\"spot_y\")\n- qpos\n- after.parameter(\"wind\")");
    try (VectorEnvironment env = open(task)) {
      env.reset();
      double[] first = seen(env).get(0);
      assertThat(first[2]).isEqualTo(first[0]).isBetween(1.0, 2.0);
      assertThat(first[3]).isEqualTo(first[1]).isEqualTo(3);
      assertThat(seen(env)).allMatch(row -> row[5] == 5 || row[5] == 6);
      step(env);
      double drawn = seen(env).get(0)[0];
      step(env);
      // What was drawn at the first step's end is where the second one began, at rest.
      assertThat(seen(env).get(0)[2]).isEqualTo(drawn);
      assertThat(drawn).isNotEqualTo(first[0]);
    }
  }

  @Test
  void rangesFollowTheStepsOfATraining() throws TaskException {
    Task task =
        task(
            "speed: { draw: { 0: \"uniform(0, 1)\", 1_000: \"uniform(5, 6)\" } }",
            "- after.parameter(\"speed\")");
    try (VectorEnvironment env = open(task)) {
      env.reset();
      assertThat(seen(env)).as("without training the end").allMatch(row -> row[0] >= 5);
      env.trained(0);
      env.reset();
      assertThat(seen(env)).allMatch(row -> row[0] <= 1);
      env.trained(999);
      env.reset();
      assertThat(seen(env)).allMatch(row -> row[0] <= 1);
      env.trained(1000);
      env.reset();
      assertThat(seen(env)).allMatch(row -> row[0] >= 5);
    }
  }

  @Test
  void parametersLeaveTheStartsDrawsAlone() throws TaskException {
    double[][] states = new double[2][];
    for (int i = 0; i < 2; i++) {
      Task task = task(i == 0 ? "a: { draw: 1 }" : "a: { draw: \"normal(0, 1)\" }", "- qpos");
      try (VectorEnvironment env = open(task)) {
        env.reset();
        states[i] = env.state(9);
      }
    }
    assertThat(states[0]).isEqualTo(states[1]);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "goal: { draw: disk(1), sets: \"mocap:gaol\" } | 11:9: unknown mocap body 'gaol'; did you mean 'goal'?",
        "goal: { draw: disk(1), sets: \"joint:x\" } | 11:33: 'goal' has 2 numbers and names 1 joints; name one joint for each number, with commas between",
        "goal: { draw: 1, sets: \"joint:z\" } | 11:9: unknown joint 'z'; did you mean 'x'?",
        "goal: { draw: 1, sets: \"site:z\" } | 11:27: 'site:' is not supported yet; use a mocap body and mocap:BODY",
        "goal: { draw: 1, sets: \"mocop:goal\" } | 11:27: 'sets' is 'mocop:goal', must be mocap:BODY or joint:NAME; did you mean 'mocap:…'?",
        "goal: { draw: 1, every: often } | 11:27: 'every' is 'often', must be episode or a time such as 4 s",
        "goal: { drew: 1 } | 11:9: key 'draw' is missing in 'parameters.goal'; add it",
        "goal: { draw: [1, 2, 3, 4] } | 11:17: a parameter has 1 to 3 numbers, not 4",
        "goal: { draw: { 5: 1 } } | 11:17: a schedule begins with step 0 and ascends; put its steps in order",
        "goal: { draw: { 0: 1, 9: disk(1) } } | 11:17: the draws of a schedule must all have as many numbers",
        "Goal: { draw: 1 } | 11:9: parameter name 'Goal' must be lower case letters, digits and underscores, beginning with a letter",
      })
  void mistakenParameterIsToldWithItsPlace(String parameter, String problem) {
    assertThatThrownBy(() -> task(parameter, "- qpos"))
        .hasMessageContaining("task.yaml:" + problem);
  }

  @Test
  void whatIsDrawnIsPartOfTheIdentity() throws TaskException {
    List<String> different =
        List.of(
            "a: { draw: 1 }",
            "a: { draw: 2 }",
            "a: { draw: 1, every: 1 s }",
            "a: { draw: 1, sets: \"joint:x\" }",
            "a: { draw: { 0: 1, 5: 1 } }");
    String[] identities = new String[different.size()];
    for (int i = 0; i < identities.length; i++) {
      identities[i] = task(different.get(i), "- qpos").identity();
    }
    assertThat(Arrays.stream(identities).distinct()).hasSize(identities.length);
  }
}
