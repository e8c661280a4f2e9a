package io.github.guerdon.env.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.guerdon.env.JavacExpressions;
import io.github.guerdon.env.Task;
import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.mujoco.Model;
import io.github.guerdon.reward.RewardFunction;
import io.github.guerdon.reward.slot.Kind;
import io.github.guerdon.reward.slot.SlotAction;
import io.github.guerdon.reward.slot.SlotState;
import io.github.guerdon.reward.slot.SlotTable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares built-in tasks with what {@code record_gymnasium.py} recorded from the real Gymnasium.
 */
final class GymnasiumParityTest {

  private static final double TOLERANCE = 1e-9;

  static Stream<String> tasks() {
    return Stream.of(
        "halfcheetah-run",
        "walker2d-run",
        "ant-run",
        "swimmer-run",
        "reacher",
        "inverted-pendulum",
        "inverted-double-pendulum",
        "pusher",
        "humanoid-run",
        "humanoid-standup");
  }

  /** A task beside its recording. */
  private static final class Parity {

    final GymnasiumRecording recording;
    final Task task;
    final SlotTable table;
    final RewardFunction official;

    Parity(String name) throws TaskException {
      recording = GymnasiumRecording.load(name);
      task = Task.load(name, new JavacExpressions());
      String source = task.baseline("official").orElseThrow();
      table = JavacExpressions.reads(source, task.vocabulary());
      official = JavacReward.compile(source);
    }

    VectorEnvironment open() {
      VectorEnvironment env = VectorEnvironment.open(task, table, 1, 1, 1);
      env.reset();
      return env;
    }

    void compare(VectorEnvironment env, int step, GymnasiumRecording.Step expected) {
      double[] seen = env.exactObservation(0);
      if (expected.sums().length > 0) {
        assertThat(GymnasiumRecording.sums(seen, expected.sums().length))
            .as("sums of the observation of step %d", step)
            .containsExactly(expected.sums(), within(TOLERANCE));
      } else {
        assertThat(seen)
            .as("observation of step %d", step)
            .containsExactly(expected.observation(), within(TOLERANCE));
      }
      assertThat(env.terminated()[0])
          .as("terminated of step %d", step)
          .isEqualTo(expected.terminated());
      assertThat(env.blownUp()[0]).isFalse();
      assertThat(reward(env))
          .as("reward of step %d", step)
          .isCloseTo(expected.reward(), within(TOLERANCE));
    }

    private double reward(VectorEnvironment env) {
      SlotState before = new SlotState(table, env.layout(), task.vocabulary().dt());
      SlotState after = new SlotState(table, env.layout(), task.vocabulary().dt());
      before.bind(env.before(), 0);
      after.bind(env.after(), 0);
      double[] range = new double[task.actionSize()];
      Arrays.fill(range, 1);
      SlotAction action =
          new SlotAction(task.vocabulary().names(Kind.ACTUATOR), new double[range.length], range);
      action.bind(env.controls(), 0, env.previousControls(), 0);
      double[] sum = {0};
      official.reward(before, action, after, (name, value) -> sum[0] += value);
      return sum[0];
    }
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void stepsFromRecordedStatesEqualGymnasiums(String name) throws TaskException {
    Parity parity = new Parity(name);
    assertThat(parity.recording.header())
        .containsEntry("mujoco", Model.version())
        .containsEntry("gymnasium", "1.4.0");
    assertThat(parity.recording.steps()).hasSizeGreaterThanOrEqualTo(500);
    try (VectorEnvironment env = parity.open()) {
      for (int i = 0; i < parity.recording.steps().size(); i++) {
        GymnasiumRecording.Step step = parity.recording.steps().get(i);
        env.restore(0, step.state());
        env.stepControls(step.action());
        parity.compare(env, i, step);
        env.resetEnded();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void freeRolloutsEqualGymnasiumsOnTheRecordingsKindOfCpu(String name) throws TaskException {
    Parity parity = new Parity(name);
    parity.recording.assumeItsKindOfCpu();
    try (VectorEnvironment env = parity.open()) {
      for (List<GymnasiumRecording.Step> rollout : parity.recording.rollouts()) {
        env.reset();
        env.restore(0, rollout.get(0).state());
        for (int i = 0; i < rollout.size(); i++) {
          env.stepControls(rollout.get(i).action());
          parity.compare(env, i, rollout.get(i));
          if (env.terminated()[0] || env.truncated()[0]) {
            // The recording runs on after an episode's end, this environment does not.
            break;
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void resetsAreDistributedAsGymnasiums(String name) throws TaskException {
    Parity parity = new Parity(name);
    int n = 2000;
    int size = parity.task.vocabulary().nq() + parity.task.vocabulary().nv();
    double[] sum = new double[size];
    double[] squares = new double[size];
    try (VectorEnvironment env = VectorEnvironment.open(parity.task, parity.table, n / 10, 1, 7)) {
      for (int draw = 0; draw < n; draw++) {
        int world = draw % env.worlds();
        if (world == 0) {
          env.reset();
        }
        double[] state = env.state(world);
        for (int i = 0; i < size; i++) {
          sum[i] += state[1 + i];
          squares[i] += state[1 + i] * state[1 + i];
        }
      }
    }
    for (int i = 0; i < size; i++) {
      double theirs = parity.recording.resets().sd()[i];
      double mean = sum[i] / n;
      double sd = Math.sqrt(Math.max(0, squares[i] / n - mean * mean));
      // The difference of two such means has the standard error sd·√(2/n).
      double error = 4.5 * theirs * Math.sqrt(2.0 / n) + 1e-7;
      assertThat(mean)
          .as("mean of number %d", i)
          .isCloseTo(parity.recording.resets().mean()[i], within(error));
      assertThat(sd).as("spread of number %d", i).isCloseTo(theirs, within(0.1 * theirs + 1e-7));
    }
  }
}
