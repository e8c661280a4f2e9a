package io.github.guerdon.env.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.guerdon.env.Element;
import io.github.guerdon.env.JavacExpressions;
import io.github.guerdon.env.Tape;
import io.github.guerdon.env.Task;
import io.github.guerdon.env.TaskFiles;
import io.github.guerdon.env.Vocabulary;
import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.reward.slot.Kind;
import io.github.guerdon.reward.slot.Quantity;
import io.github.guerdon.reward.slot.SlotTable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Actions move a mocap body, and a weld drags a hand with a finger after it. */
final class MocapControlTest {

  private static final String MJCF =
      """
      <mujoco>
        <option timestep="0.01" gravity="0 0 0"/>
        <worldbody>
          <body name="aim" mocap="true" pos="0.5 0 0.2"/>
          <body name="mark" mocap="true"/>
          <body name="hand" pos="0.5 0 0.2">
            <joint type="slide" axis="1 0 0"/>
            <joint type="slide" axis="0 1 0"/>
            <joint type="slide" axis="0 0 1"/>
            <joint type="ball"/>
            <geom size="0.05"/>
            <body pos="0 0 -0.1"><joint name="finger" type="slide" damping="1"/><geom size="0.01"/></body>
          </body>
        </worldbody>
        <equality><weld body1="aim" body2="hand" solref="0.02 1"/></equality>
        <actuator><motor name="pinch" joint="finger" ctrlrange="-2 2"/></actuator>
        <keyframe><key name="open" qpos="0 0 0 1 0 0 0 0" ctrl="1"/></keyframe>
      </mujoco>
      """;

  private static final SlotTable NOTHING = new SlotTable(List.of(), List.of());

  @TempDir Path folder;

  private Task task(String mocap, String more) throws TaskException {
    return task(mocap, more, MJCF);
  }

  private Task task(String mocap, String more, String mjcf) throws TaskException {
    String yaml =
        """
        name: aim
        about: Aim.
        model: model.xml
        control: { frame_skip: 5, mocap: { %s }%s }
        episode: { steps: 40 }
        parameters: { spot: { draw: [ 0.1, 0.2, 0.3 ], sets: "mocap:mark" } }
        observe: [ "mocap_pos[0]", "xpos['hand']", "mocap_quat[0]", ctrl ]
        fitness: { maximize: length }
        training: { steps: 100 }
        """
            .formatted(mocap, more);
    Path file = TaskFiles.write(folder, Map.of("task.yaml", yaml, "model.xml", mjcf));
    return Task.load(file.toString(), new JavacExpressions());
  }

  private static VectorEnvironment open(Task task) {
    VectorEnvironment env = VectorEnvironment.open(task, NOTHING, 2, 1, 1);
    env.reset();
    return env;
  }

  /** Takes a step in which world 1 alone acts, and returns what it then sees. */
  private static double[] step(VectorEnvironment env, double pinch, double x, double y, double z) {
    int size = env.observationSize();
    env.step(new float[] {0, 0, 0, 0, (float) pinch, (float) x, (float) y, (float) z});
    env.resetEnded();
    double[] seen = new double[size];
    for (int i = 0; i < size; i++) {
      seen[i] = env.observations()[size + i];
    }
    return seen;
  }

  private static double[] part(double[] seen, int from, int count) {
    return Arrays.copyOfRange(seen, from, from + count);
  }

  @Test
  void actionsMoveTheBodyFromWhereItIsAndTheHandFollows() throws TaskException {
    Task task = task("body: aim, scale: 0.05", "");
    assertThat(task.actionSize()).isEqualTo(4);
    try (VectorEnvironment env = open(task)) {
      assertThat(part(step(env, 0, 1, 0, -0.5), 0, 3))
          .containsExactly(new double[] {0.55, 0, 0.175}, within(1e-6));
      double[] seen = step(env, 0.5, 1, -3, 0);
      assertThat(part(seen, 0, 3)).containsExactly(new double[] {0.6, -0.05, 0.175}, within(1e-6));
      assertThat(seen[10]).as("the actuator's own control").isEqualTo(1);
      assertThat(Arrays.copyOfRange(env.controls(), 4, 8))
          .containsExactly(new double[] {1, 0.05, -0.05, 0}, within(1e-7));
      for (int i = 0; i < 30; i++) {
        seen = step(env, 0, 0, 0, 0);
      }
      assertThat(part(seen, 3, 3)).containsExactly(part(seen, 0, 3), within(2e-3));
      // World 0 did nothing.
      assertThat(env.observations()[0]).isEqualTo(0.5f);
    }
  }

  @Test
  void bodyBeginsEachEpisodeWhereToldAndStaysWithinBounds() throws TaskException {
    Task task =
        task(
            "body: aim, scale: 0.5, low: [0, -1, 0], high: [1, 1, 0.6], start: [0.4, 0, 0.3],"
                + " orientation: [2, 0, 2, 0]",
            "");
    try (VectorEnvironment env = open(task)) {
      double half = Math.sqrt(0.5);
      for (int episode = 0; episode < 2; episode++) {
        double[] seen = new double[0];
        for (int i = 0; i < 3; i++) {
          seen = step(env, 0, 1, -1, 1);
        }
        assertThat(part(seen, 0, 3)).containsExactly(new double[] {1, -1, 0.6}, within(1e-6));
        assertThat(part(seen, 6, 4)).containsExactly(new double[] {half, 0, half, 0}, within(1e-6));
        for (int i = 3; i < 40; i++) {
          seen = step(env, 0, 0, 0, 0);
        }
        assertThat(part(seen, 0, 3)).containsExactly(new double[] {0.4, 0, 0.3}, within(1e-6));
      }
    }
  }

  @Test
  void keyframesAndSpansAreForTheActuatorsAlone() throws TaskException {
    try (VectorEnvironment env =
        open(task("body: aim, scale: 0.1", ", action: offset-from-key, key: open, scale: 0.5"))) {
      double[] seen = step(env, 1, 1, 0, 0);
      assertThat(seen[0]).isCloseTo(0.6, within(1e-6));
      assertThat(seen[10]).isEqualTo(1.5);
    }
    Task offset = task("body: aim, scale: 0.1", ", action: offset-from-key, key: open");
    assertThat(offset.actionCenter()).contains(List.of(1.0, 0.0, 0.0, 0.0));
    try (VectorEnvironment env = open(task("body: aim, scale: 0.1", ", span: 0.5, delay: 1"))) {
      assertThat(step(env, 1, 1, 0, 0)[0]).isEqualTo(0.5);
      double[] seen = step(env, 0, 0, 0, 0);
      assertThat(seen[0]).isCloseTo(0.6, within(1e-6));
      assertThat(seen[10]).isEqualTo(1);
    }
  }

  @Test
  void rewardsNameTheMovesAndNothingElseOfThem() throws TaskException {
    Task task = task("body: aim, scale: 0.1", "");
    Vocabulary names = task.vocabulary();
    assertThat(names.names(Kind.ACTUATOR)).containsExactly("pinch", "aim_x", "aim_y", "aim_z");
    Element move = names.find(Kind.ACTUATOR, "aim_z").orElseThrow();
    assertThat(names.slot(move, Quantity.FORCE)).isEmpty();
    assertThat(names.slice("ctrl['pinch']")).isPresent();
    assertThat(names.slice("ctrl['aim_z']")).isEmpty();
    assertThat(task.unnamed()).extracting(Element::name).doesNotContain("aim_x");
  }

  @Test
  void trainerReadsTheTaskAndGoesOnWhereItWasCutOff() throws TaskException, IOException {
    Task task = task("body: aim, scale: 0.05, low: [0, 0, 0]", ", delay: 2");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    task.write(new DataOutputStream(bytes));
    Task read = Task.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    double[] unbroken;
    try (VectorEnvironment env = open(task)) {
      step(env, 1, 1, 1, 1);
      step(env, 1, -1, 1, 1);
      env.pass(Tape.recording(new DataOutputStream(kept)));
      unbroken = step(env, 0, 0, 0, 1);
    }
    try (VectorEnvironment env = VectorEnvironment.open(read, NOTHING, 2, 1, 1)) {
      env.pass(Tape.replaying(new DataInputStream(new ByteArrayInputStream(kept.toByteArray()))));
      assertThat(step(env, 0, 0, 0, 1)).isEqualTo(unbroken);
    }
  }

  @Test
  void whatIsMovedIsPartOfTheIdentity() throws TaskException {
    assertThat(
            Stream.of(
                    task("body: aim, scale: 0.1", "").identity(),
                    task("body: aim, scale: 0.10", "").identity(),
                    task("body: aim, scale: 0.2", "").identity(),
                    task("body: aim, scale: 0.1, low: [0, 0, 0]", "").identity(),
                    task("body: aim, scale: 0.1, start: [0, 0, 0]", "").identity())
                .distinct())
        .hasSize(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "body: ain, scale: 1 | task.yaml:4:42: unknown mocap body 'ain'; did you mean 'aim'?",
        "body: hand, scale: 1 | task.yaml:4:42: unknown mocap body 'hand'; known: aim, mark",
        "body: mark, scale: 1 | task.yaml:6:21: 'spot' sets a mocap body that actions move;",
        "scale: 1 | task.yaml:4:34: key 'body' is missing in 'control.mocap'; add it",
        "body: aim | task.yaml:4:34: key 'scale' is missing in 'control.mocap'; add it",
        "body: aim, scale: 0 | task.yaml:4:54: 'control.mocap.scale' is '0', must be from 1.0E-9",
        "body: aim, scale: 1, low: [0, 1] | 2 numbers, must be 3: x, y and z in m",
        "body: aim, scale: 1, low: 3 | task.yaml:4:62: 'control.mocap.low' is '3', must be a list",
        "body: aim, scale: 1, low: [0, 0, x] | 4:69: 'control.mocap.low[2]' is 'x', must be a number",
        "body: aim, scale: 1, low: [0, 0, 1], high: [1, 1, 0] | 4:79: 'low' is above 'high' on an axis",
        "body: aim, scale: 1, low: [0, 0, 1], start: [1, 1, 0] | 4:80: 'start' is not between 'low'",
        "body: aim, scale: 1, orientation: [0, 0, 0, 0] | 4:70: 'orientation' is all zeros",
        "body: aim, scale: 1, lower: [0, 0, 0] | unknown key 'lower' in 'control.mocap'; known: body",
      })
  void mistakesAreToldWithTheirPlace(String mocap, String expected) {
    assertThatThrownBy(() -> task(mocap, "")).hasMessageContaining(expected);
  }

  @Test
  void actuatorOfTheSameNameIsRefused() {
    String clash = MJCF.replace("name=\"pinch\"", "name=\"aim_y\"");
    assertThatThrownBy(() -> task("body: aim, scale: 1", "", clash))
        .hasMessageContaining("the model has an actuator 'aim_y'");
  }
}
