package io.github.guerdon.sandbox.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.guerdon.env.Task;
import io.github.guerdon.sandbox.JavacPrograms;
import io.github.guerdon.sandbox.nn.Activation;
import io.github.guerdon.sandbox.nn.NetworkSpec;
import io.github.guerdon.sandbox.ppo.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide of a task whose actions move a mocap body and pinch. */
final class PolicyGuideTest {

  private static final String MJCF =
      """
      <mujoco>
        <option timestep="0.01" gravity="0 0 0"/>
        <worldbody>
          <body name="aim" mocap="true" pos="0.5 0 0.2"/>
          <body name="hand" pos="0.5 0 0.2">
            <joint name="slide" type="slide"/>
            <geom size="0.05"/>
            <body><joint name="finger" type="slide"/><geom size="0.01"/></body>
          </body>
        </worldbody>
        <actuator><motor name="pinch" joint="finger" ctrlrange="-2 2"/></actuator>
      </mujoco>
      """;

  private static final String YAML =
      """
      name: aim
      about: Aim.
      model: model.xml
      control: { frame_skip: 5, mocap: { body: aim, scale: 0.05, low: [ 0, -0.2, 0.1 ], high: [ 1, 0.2, 0.6 ] } }
      episode: { steps: 40 }
      observe: [ qpos, "mocap_pos[0]" ]
      fitness: { maximize: length }
      training: { steps: 100 }
      """;

  @TempDir private Path folder;
  private Task task;

  @BeforeEach
  void load() throws IOException {
    Files.writeString(folder.resolve("model.xml"), MJCF);
    Files.writeString(folder.resolve("task.yaml"), YAML);
    task = JavacPrograms.task(folder.resolve("task.yaml").toString());
  }

  private static Policy policy(int observations, int actions) {
    NetworkSpec spec = new NetworkSpec(observations, actions, List.of(4), Activation.TANH, 0);
    double[] ones = new double[observations];
    Arrays.fill(ones, 1);
    return new Policy(spec, new float[spec.parameterCount()], new double[observations], ones, 100);
  }

  @Test
  void mocapBodyIsMovedByTheLastThreeActions() throws IOException {
    JsonNode action =
        new ObjectMapper().readTree(PolicyGuide.of(task, policy(5, 4))).path("action");

    assertThat(action.path("size").asInt()).isEqualTo(4);
    JsonNode actuators = action.path("actuators");
    assertThat(actuators).hasSize(4);
    assertThat(actuators.get(0).path("name").asText()).isEqualTo("pinch");
    assertThat(actuators.get(0).path("high").asDouble()).isEqualTo(2);
    for (int i = 1; i < 4; i++) {
      assertThat(actuators.get(i).path("high").asDouble()).isEqualTo(0.05);
    }
    JsonNode mocap = action.path("mocap");
    assertThat(mocap.path("body").asText()).isEqualTo("aim");
    assertThat(mocap.path("low")).extracting(JsonNode::asDouble).containsExactly(0.0, -0.2, 0.1);
    assertThat(mocap.path("high")).extracting(JsonNode::asDouble).containsExactly(1.0, 0.2, 0.6);
  }

  @Test
  void policyOfAnotherTaskHasNoGuide() {
    assertThatThrownBy(() -> PolicyGuide.of(task, policy(5, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("5 observations and 1 actions, the task 5 and 4");
  }
}
