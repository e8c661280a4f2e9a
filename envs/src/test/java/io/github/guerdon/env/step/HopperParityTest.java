package io.github.guerdon.env.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.guerdon.env.Element;
import io.github.guerdon.env.JavacExpressions;
import io.github.guerdon.env.Task;
import io.github.guerdon.env.Vocabulary;
import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.mujoco.Model;
import io.github.guerdon.reward.RewardFunction;
import io.github.guerdon.reward.slot.Handle;
import io.github.guerdon.reward.slot.Handle.Reading;
import io.github.guerdon.reward.slot.Kind;
import io.github.guerdon.reward.slot.Quantity;
import io.github.guerdon.reward.slot.Slot;
import io.github.guerdon.reward.slot.SlotAction;
import io.github.guerdon.reward.slot.SlotState;
import io.github.guerdon.reward.slot.SlotTable;
import io.github.guerdon.reward.slot.SlotTerms;
import io.github.guerdon.reward.slot.Source;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Compares {@code hopper-run} with what {@code record_hopper.py} recorded from the real Gymnasium.
 */
final class HopperParityTest {

  private static final double TOLERANCE = 1e-9;

  private static GymnasiumRecording recording;
  private static Task task;
  private static SlotTable table;
  private static RewardFunction official;

  @BeforeAll
  static void load() throws TaskException {
    recording = GymnasiumRecording.load("hopper");
    task = Task.load("hopper-run", new JavacExpressions());
    table = table(task.vocabulary());
    official = JavacReward.compile(task.baseline("official").orElseThrow());
  }

  /** Announces what the official reward reads, and the torso. */
  private static SlotTable table(Vocabulary names) {
    Slot torso = Slot.of(Source.BODY_POSITION, names.find(Kind.BODY, "torso").orElseThrow().id());
    Slot velocity = Slot.of(Source.BODY_VELOCITY, torso.element());
    return new SlotTable(
        List.of(
            new Handle(Kind.JOINT, "rootx", List.of(joint(names, "rootx"))),
            new Handle(Kind.JOINT, "rootz", List.of(joint(names, "rootz"))),
            new Handle(Kind.JOINT, "rooty", List.of(joint(names, "rooty"))),
            new Handle(
                Kind.SLICE,
                "qpos[2:]",
                List.of(new Reading(Quantity.VALUE, names.slice("qpos[2:]").orElseThrow()))),
            new Handle(
                Kind.SLICE,
                "qvel",
                List.of(new Reading(Quantity.VALUE, names.slice("qvel").orElseThrow()))),
            new Handle(
                Kind.BODY,
                "torso",
                List.of(
                    new Reading(Quantity.POSITION, torso),
                    new Reading(Quantity.VELOCITY, velocity)))),
        List.of());
  }

  private static Reading joint(Vocabulary names, String name) {
    Element joint = names.find(Kind.JOINT, name).orElseThrow();
    return new Reading(Quantity.POSITION, names.slot(joint, Quantity.POSITION).orElseThrow());
  }

  private static void compare(VectorEnvironment env, int step, GymnasiumRecording.Step expected) {
    assertThat(env.exactObservation(0))
        .as("observation of step %d", step)
        .containsExactly(expected.observation(), within(TOLERANCE));
    assertThat(env.terminated()[0])
        .as("terminated of step %d", step)
        .isEqualTo(expected.terminated());
    SlotState before = new SlotState(table, env.layout(), task.vocabulary().dt());
    SlotState after = new SlotState(table, env.layout(), task.vocabulary().dt());
    before.bind(env.before(), 0);
    after.bind(env.after(), 0);
    SlotAction action =
        new SlotAction(
            task.vocabulary().names(Kind.ACTUATOR),
            new double[] {-1, -1, -1},
            new double[] {1, 1, 1});
    action.bind(env.controls(), 0, env.previousControls(), 0);
    SlotTerms terms = new SlotTerms(List.of("forward", "healthy", "effort"));
    official.reward(before, action, after, terms);
    assertThat(terms.get(0) + terms.get(1) + terms.get(2))
        .as("reward of step %d", step)
        .isCloseTo(expected.reward(), within(TOLERANCE));
    var position = after.body("torso").position();
    var velocity = after.body("torso").velocity();
    assertThat(
            new double[] {
              position.x(), position.y(), position.z(), velocity.x(), velocity.y(), velocity.z()
            })
        .as("torso of step %d", step)
        .containsExactly(expected.torso(), within(TOLERANCE));
  }

  @Test
  void recordingIsOfThisMujoco() {
    assertThat(recording.header())
        .containsEntry("mujoco", Model.version())
        .containsEntry("gymnasium", "1.4.0")
        .containsEntry("environment", "Hopper-v5");
    assertThat(recording.steps()).hasSize(1000);
    assertThat(recording.steps()).anyMatch(s -> s.terminated()).anyMatch(s -> !s.terminated());
  }

  @Test
  void stepsFromRecordedStatesEqualGymnasiums() {
    try (VectorEnvironment env = VectorEnvironment.open(task, table, 1, 1, 1)) {
      env.reset();
      for (int i = 0; i < recording.steps().size(); i++) {
        GymnasiumRecording.Step step = recording.steps().get(i);
        env.restore(0, step.state());
        env.stepControls(step.action());
        compare(env, i, step);
        env.resetEnded();
      }
    }
  }

  @Test
  void freeRolloutsEqualGymnasiumsOnTheRecordingsKindOfCpu() {
    recording.assumeItsKindOfCpu();
    try (VectorEnvironment env = VectorEnvironment.open(task, table, 1, 1, 1)) {
      for (List<GymnasiumRecording.Step> rollout : recording.rollouts()) {
        env.reset();
        env.restore(0, rollout.get(0).state());
        for (int i = 0; i < rollout.size(); i++) {
          env.stepControls(rollout.get(i).action());
          compare(env, i, rollout.get(i));
          if (env.terminated()[0]) {
            // The recording runs on after a fall; so does the comparison, from where physics is.
            env.restore(0, env.state(0));
          }
        }
      }
    }
  }

  @Test
  void resetsAreDistributedAsGymnasiums() {
    GymnasiumRecording.Resets theirs = recording.resets();
    int n = 2000;
    int size = task.vocabulary().nq() + task.vocabulary().nv();
    double[] sum = new double[size];
    double[] squares = new double[size];
    try (VectorEnvironment env = VectorEnvironment.open(task, table, n, 1, 7)) {
      env.reset();
      for (int world = 0; world < n; world++) {
        double[] state = env.state(world);
        for (int i = 0; i < size; i++) {
          double value = state[1 + i];
          sum[i] += value;
          squares[i] += value * value;
          double center = i == 1 ? 1.25 : 0;
          assertThat(value).isBetween(center - 0.005, center + 0.005);
        }
      }
    }
    // The difference of two such means has the standard error sd·√(2/n) = 9.1e-5.
    for (int i = 0; i < size; i++) {
      double mean = sum[i] / n;
      double sd = Math.sqrt(squares[i] / n - mean * mean);
      assertThat(mean).as("mean of number %d", i).isCloseTo(theirs.mean()[i], within(4 * 9.2e-5));
      assertThat(sd).as("spread of number %d", i).isCloseTo(theirs.sd()[i], within(2e-4));
    }
  }
}
