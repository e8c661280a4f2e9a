package io.github.guerdon.env.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.guerdon.env.JavacExpressions;
import io.github.guerdon.env.Task;
import io.github.guerdon.env.TaskFiles;
import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.mujoco.Batch;
import io.github.guerdon.mujoco.BatchSettings;
import io.github.guerdon.mujoco.Model;
import io.github.guerdon.mujoco.StateComponent;
import io.github.guerdon.reward.slot.SlotTable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ActionModeTest {

  private static final String MJCF =
      """
      <mujoco>
        <worldbody>
          <body><joint name="x" type="slide" axis="1 0 0"/><geom size="0.1"/></body>
          <body pos="0 1 0"><joint name="y" type="slide" axis="1 0 0"/><geom size="0.1"/></body>
        </worldbody>
        <actuator>
          <position name="x" joint="x" ctrllimited="true" ctrlrange="-1 2"/>
          <position name="y" joint="y"/>
        </actuator>
        <keyframe><key name="stand" qpos="0 0" ctrl="1.5 -4"/></keyframe>
      </mujoco>
      """;

  @TempDir Path folder;

  private Task task(String control) throws TaskException {
    String yaml =
        """
        name: act
        about: Act.
        model: model.xml
        control: { %s }
        episode: { steps: 6 }
        observe: [ qpos, "ctrl" ]
        fitness: { maximize: length }
        training: { steps: 100 }
        """
            .formatted(control);
    Path file = TaskFiles.write(folder, Map.of("task.yaml", yaml, "model.xml", MJCF));
    return Task.load(file.toString(), new JavacExpressions());
  }

  /** Returns what the actuators of world 1 got in each of some steps. */
  private double[][] applied(String control, float[]... actions) throws TaskException {
    Task task = task(control);
    double[][] got = new double[actions.length][];
    try (VectorEnvironment env =
            VectorEnvironment.open(task, new SlotTable(List.of(), List.of()), 2, 1, 1);
        Model model = Model.load(task.model());
        Batch batch = Batch.create(model, new BatchSettings(1, 1, false))) {
      env.reset();
      int offset = batch.offset(StateComponent.CTRL);
      for (int i = 0; i < actions.length; i++) {
        env.step(new float[] {0, 0, actions[i][0], actions[i][1]});
        got[i] = Arrays.copyOfRange(env.state(1), offset, offset + 2);
        env.resetEnded();
      }
    }
    return got;
  }

  private static float[] action(double x, double y) {
    return new float[] {(float) x, (float) y};
  }

  @Test
  void offsetsAreScaledAddedToTheKeyframesControlsAndClipped() throws TaskException {
    double[][] got =
        applied(
            "action: offset-from-key, key: stand, scale: 0.5",
            action(0, 0),
            action(-0.5, 0.5),
            action(1, 1),
            action(3, -3));
    assertThat(got[0]).containsExactly(1.5, -4);
    assertThat(got[1]).containsExactly(1.25, -3.75);
    assertThat(got[2]).containsExactly(2, -3.5);
    assertThat(got[3]).containsExactly(2, -4.5);
  }

  @Test
  void directActionsSpanAPartOfTheRangeAndAreScaledWhereThereIsNone() throws TaskException {
    double[][] got = applied("span: 0.5, scale: 20", action(0, 0), action(1, 1), action(-1, -0.5));
    assertThat(got[0]).containsExactly(0.5, 0);
    assertThat(got[1]).containsExactly(1.25, 20);
    assertThat(got[2]).containsExactly(-0.25, -10);
  }

  @Test
  void delayedControlsTakeEffectStepsLaterAndForgetTheLastEpisode() throws TaskException {
    double[][] got =
        applied(
            "delay: 2",
            action(1, 0.1),
            action(1, 0.2),
            action(1, 0.3),
            action(1, 0.4),
            action(1, 0.5),
            action(1, 0.6),
            action(1, 0.7),
            action(1, 0.8),
            action(1, 0.9));
    double[] second = Arrays.stream(got).mapToDouble(g -> g[1]).toArray();
    double[] expected = {0, 0, 0.1, 0.2, 0.3, 0.4, 0, 0, 0.7};
    assertThat(second).containsExactly(expected, within(1e-7));
    assertThat(got[2][0]).isEqualTo(2);
  }

  @Test
  void lowPassGoesAShareOfTheWayInEachStep() throws TaskException {
    double[][] got =
        applied("low_pass: 0.25", action(0, 1), action(0, 1), action(0, 0), action(0, -1));
    double[] second = Arrays.stream(got).mapToDouble(g -> g[1]).toArray();
    assertThat(second)
        .containsExactly(new double[] {0.25, 0.4375, 0.328125, -0.00390625}, within(1e-12));
  }

  @Test
  void rewardsSeeWhatWasAskedFor() throws TaskException {
    try (VectorEnvironment env =
        VectorEnvironment.open(
            task("delay: 3, low_pass: 0.5"), new SlotTable(List.of(), List.of()), 1, 1, 1)) {
      env.reset();
      env.step(action(1, 0.5));
      assertThat(env.controls()).containsExactly(2, 0.5);
    }
  }

  @Test
  void unknownKeyframeIsTold() {
    assertThatThrownBy(() -> task("action: offset-from-key, key: stant"))
        .hasMessageEndingWith("task.yaml:4:42: unknown keyframe 'stant'; did you mean 'stand'?");
  }

  @Test
  void whatAnActionMeansIsPartOfTheIdentity() throws TaskException {
    assertThat(
            Stream.of(
                    task("frame_skip: 1").identity(),
                    task("action: direct, delay: 0, low_pass: 1").identity(),
                    task("delay: 1").identity(),
                    task("low_pass: 0.5").identity(),
                    task("action: offset-from-key, key: stand").identity(),
                    task("action: offset-from-key, key: stand, scale: 2").identity())
                .distinct())
        .hasSize(5);
  }
}
