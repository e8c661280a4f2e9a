package io.github.guerdon.env.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.guerdon.env.JavacExpressions;
import io.github.guerdon.env.Seeds;
import io.github.guerdon.env.Tape;
import io.github.guerdon.env.Task;
import io.github.guerdon.env.TaskFiles;
import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.reward.slot.SlotTable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TapeTest {

  private static final int WORLDS = 3;
  private static final String MJCF =
      """
      <mujoco>
        <option timestep="0.01"/>
        <worldbody>
          <geom name="floor" type="plane" size="5 5 1"/>
          <body name="goal" mocap="true" pos="0 0 0.7"><geom size="0.01" contype="0"/></body>
          <body name="ball" pos="0 0 0.5">
            <freejoint name="ball"/><geom name="ball" size="0.1"/>
          </body>
          <body name="arm" pos="0 0 1">
            <joint name="arm" type="hinge"/><geom type="capsule" fromto="0 0 0 0.3 0 0" size="0.02"/>
          </body>
        </worldbody>
        <actuator><general name="arm" joint="arm" dyntype="filter" dynprm="0.1"/></actuator>
      </mujoco>
      """;
  private static final String YAML =
      """
      name: everything
      about: Remember everything.
      model: model.xml
      control: { frame_skip: 2, delay: 2, low_pass: 0.3 }
      episode:
        steps: 30
        start: { qvel: "normal(0, 0.5)" }
        healthy: after.geom("ball").airTime() < 5
      parameters:
        goal: { sets: "mocap:goal", draw: ["uniform(-1, 1)", "uniform(-1, 1)", "uniform(0, 1)"], every: 0.1 s }
      observe:
        - { value: qpos, noise: "normal(0, 0.1)", history: 3 }
        - after.body("goal").position().x()
        - after.geom("ball").contactTime()
      metrics:
        lowest: { each: after.body("ball").position().z(), over: min }
        mean: { each: after.body("ball").position().x(), over: mean }
        moved: { each: after.body("ball").position().x(), over: change }
      fitness: { maximize: moved }
      training: { steps: 100 }
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cartpole-swingup",
        "hopper-run",
        "halfcheetah-speed",
        "humanoid-run",
        "pusher",
        "swimmer-diagonal"
      })
  void worldsGoOnAsTheRecordedOnesDo(String name) throws TaskException, IOException {
    goOn(Task.load(name, new JavacExpressions()));
  }

  @Test
  void noiseHistoryDelayGoalsAndTimesGoOnToo() throws TaskException, IOException {
    Path file = TaskFiles.write(folder, Map.of("task.yaml", YAML, "model.xml", MJCF));
    goOn(Task.load(file.toString(), new JavacExpressions()));
  }

  private static void goOn(Task task) throws IOException {
    for (int before : new int[] {0, 1, 45}) {
      try (VectorEnvironment one = open(task);
          VectorEnvironment other = open(task)) {
        one.reset();
        Seeds random = new Seeds(5);
        for (int i = 0; i < before; i++) {
          step(one, actions(one, random));
        }
        one.drainEpisodes();
        byte[] kept = record(one);
        other.pass(Tape.replaying(new DataInputStream(new ByteArrayInputStream(kept))));
        assertThat(record(other)).isEqualTo(kept);
        for (int i = 0; i < 100; i++) {
          float[] actions = actions(one, random);
          step(one, actions);
          step(other, actions);
          assertThat(other.observations()).as("step %d", i).isEqualTo(one.observations());
          assertThat(other.after()).isEqualTo(one.after());
          assertThat(other.start()).isEqualTo(one.start());
          assertThat(other.previousControls()).isEqualTo(one.previousControls());
          assertThat(other.drainEpisodes()).isEqualTo(one.drainEpisodes());
        }
      }
    }
  }

  @Test
  void worldsWhoseEpisodesEndedAreNotKept() throws TaskException {
    Task task = Task.load("cartpole-swingup", new JavacExpressions());
    try (VectorEnvironment env = open(task)) {
      assertThatThrownBy(() -> record(env))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("between two steps");
    }
  }

  @Test
  void aTapeThatIsTooShortIsSaid() throws TaskException, IOException {
    Task task = Task.load("cartpole-swingup", new JavacExpressions());
    try (VectorEnvironment env = open(task)) {
      env.reset();
      byte[] kept = record(env);
      byte[] part = Arrays.copyOf(kept, kept.length - 1);
      assertThatThrownBy(
              () -> env.pass(Tape.replaying(new DataInputStream(new ByteArrayInputStream(part)))))
          .isInstanceOf(EOFException.class);
    }
  }

  @Test
  void collectionsComeBackInTheirOrder() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    List<Double> items = new ArrayList<>(List.of(3.0, Double.NaN, -0.0));
    Tape.recording(new DataOutputStream(bytes)).all(items, 0.0, Tape::number);
    List<Double> back = new ArrayList<>(List.of(9.0));
    Tape.replaying(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())))
        .all(back, 0.0, Tape::number);
    assertThat(back).isEqualTo(items).hasSize(3);
  }

  private static VectorEnvironment open(Task task) {
    return VectorEnvironment.open(task, new SlotTable(List.of(), List.of()), WORLDS, 1, 4);
  }

  private static float[] actions(VectorEnvironment env, Seeds random) {
    float[] actions = new float[WORLDS * env.actionSize()];
    for (int i = 0; i < actions.length; i++) {
      actions[i] = (float) (2 * random.uniform() - 1);
    }
    return actions;
  }

  private static void step(VectorEnvironment env, float[] actions) {
    env.step(actions);
    env.resetEnded();
  }

  private static byte[] record(VectorEnvironment env) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    env.pass(Tape.recording(new DataOutputStream(bytes)));
    return bytes.toByteArray();
  }
}
