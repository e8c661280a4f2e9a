package io.github.guerdon.sandbox.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.guerdon.env.Task;
import io.github.guerdon.env.step.Filmstrip;
import io.github.guerdon.sandbox.JavacPrograms;
import io.github.guerdon.sandbox.nn.Activation;
import io.github.guerdon.sandbox.nn.NetworkSpec;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class PolicyRolloutTest {

  private static final int STEPS = 20;

  private static Task task;

  @BeforeAll
  static void load() {
    task = JavacPrograms.task("cartpole-swingup");
  }

  /** Returns a policy whose parameters are all one number. */
  private static Policy policy(int observations, float parameter) {
    NetworkSpec spec =
        new NetworkSpec(observations, task.actionSize(), List.of(8), Activation.TANH, 0);
    float[] parameters = new float[spec.parameterCount()];
    Arrays.fill(parameters, parameter);
    double[] variance = new double[observations];
    Arrays.fill(variance, 1);
    return new Policy(spec, parameters, new double[observations], variance, 0);
  }

  private static double[] last(Filmstrip film) {
    return film.states().get(film.steps());
  }

  @Test
  void aPolicyActsOnWhatItSees() {
    Filmstrip idle = Filmstrip.record(task, Filmstrip.Actions.idle(), STEPS, 4);
    Filmstrip still = PolicyRollout.record(task, policy(task.observationSize(), 0), STEPS, 4);
    Filmstrip moving = PolicyRollout.record(task, policy(task.observationSize(), 0.1f), STEPS, 4);
    assertThat(last(still)).isEqualTo(last(idle));
    assertThat(last(moving)).isNotEqualTo(last(idle));
    assertThat(moving.states().get(0)).isEqualTo(idle.states().get(0));
  }

  @Test
  void aPolicyWithoutNoisePlaysTheSameAgain() {
    Policy policy = policy(task.observationSize(), 0.1f);
    assertThat(last(PolicyRollout.record(task, policy, STEPS, 4)))
        .isEqualTo(last(PolicyRollout.record(task, policy, STEPS, 4)));
  }

  @Test
  void aPolicyOfAnotherShapeIsRefused() {
    int other = task.observationSize() + 1;
    assertThatThrownBy(() -> PolicyRollout.record(task, policy(other, 0), STEPS, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(
            "observation has " + other + " numbers, the task's has " + task.observationSize());
  }
}
