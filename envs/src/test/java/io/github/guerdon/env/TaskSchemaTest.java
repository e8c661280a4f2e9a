package io.github.guerdon.env;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.guerdon.env.file.TaskException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TaskSchemaTest {

  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(resource("task.schema.json"));

  private static String resource(String name) {
    try (InputStream in = TaskSchemaTest.class.getResourceAsStream("/tasks/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean schemaAccepts(String yaml) {
    return SCHEMA.validate(yaml, InputFormat.YAML).isEmpty();
  }

  private static boolean parserAccepts(String yaml) {
    try {
      TaskParser.parse("task.yaml", yaml);
      return true;
    } catch (TaskException e) {
      return false;
    }
  }

  @Test
  void schemaAndParserAcceptTheBuiltInTasks() {
    for (String name : Task.builtIn()) {
      String yaml = resource(name + "/task.yaml");
      assertThat(SCHEMA.validate(yaml, InputFormat.YAML)).as(name).isEmpty();
      assertThat(parserAccepts(yaml)).as(name).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "frame_skip: 5 | frame_skip: 6 | true",
        "frame_skip: 5 | derived: gymnasium | true",
        "frame_skip: 5 | action: direct | true",
        "frame_skip: 5 | frame_skip: 0 | false",
        "frame_skip: 5 | frame_skip: 1.5 | false",
        "frame_skip: 5 | frameskip: 5 | false",
        "frame_skip: 5 | low_pass: 5 | false",
        "frame_skip: 5 | derived: begin | false",
        "name: drop-ball | name: Drop | false",
        "name: drop-ball | name: 3 | false",
        "name: drop-ball | title: x | false",
        "about: Let the ball fall. | about: 3 | false",
        "steps: 40 | steps: many | false",
        "steps: 40 | steps: 4000000000 | false",
        "height: 0.5 + uniform(-0.1, 0.1) | height: 0.5 | true",
        "height: 0.5 + uniform(-0.1, 0.1) | height: [1] | true",
        "height: 0.5 + uniform(-0.1, 0.1) | height: [[1]] | false",
        "qvel: normal(0, 0.01) | key: home | true",
        "qvel: normal(0, 0.01) | key: [home] | false",
        "qvel: normal(0, 0.01) | until: after.time() > 0 | true",
        "qvel: normal(0, 0.01) | untill: after.time() > 0 | false",
        "frame_skip: 5 | `action: offset-from-key\n  key: home\n  scale: 0.3` | true",
        "frame_skip: 5 | action: offset-from-key | false",
        "frame_skip: 5 | key: home | false",
        "frame_skip: 5 | scale: 2 | true",
        "frame_skip: 5 | span: 0.5 | true",
        "frame_skip: 5 | span: 2 | false",
        "frame_skip: 5 | `action: offset-from-key\n  key: home\n  span: 0.3` | false",
        "frame_skip: 5 | mocap: { body: hand, scale: 0.05 } | true",
        "frame_skip: 5 | `mocap: { body: hand, scale: 1, low: [0, 0, 0], high: [1, 1, 1], start: [0, 0, 1], orientation: [1, 0, 1, 0] }` | true",
        "frame_skip: 5 | mocap: { body: hand } | false",
        "frame_skip: 5 | mocap: { scale: 1 } | false",
        "frame_skip: 5 | mocap: { body: hand, scale: 0 } | false",
        "frame_skip: 5 | `mocap: { body: hand, scale: 1, low: [0, 0] }` | false",
        "frame_skip: 5 | `mocap: { body: hand, scale: 1, start: 0 }` | false",
        "frame_skip: 5 | `mocap: { body: hand, scale: 1, orientation: [0, 0, 0, 0] }` | false",
        "frame_skip: 5 | mocap: { body: hand, scale: 1, size: 1 } | false",
        "frame_skip: 5 | mocap: hand | false",
        "frame_skip: 5 | delay: 2 | true",
        "frame_skip: 5 | delay: 2.5 | false",
        "frame_skip: 5 | low_pass: 0.2 | true",
        "- clip(qvel, -1, 1) | `- { value: qvel, history: 3, noise: 'normal(0, 1)' }` | true",
        "- clip(qvel, -1, 1) | - { value: qvel, history: 0 } | false",
        "- clip(qvel, -1, 1) | - { history: 2 } | false",
        "- clip(qvel, -1, 1) | - { value: qvel, scale: 2 } | false",
        "steps: 1000 | `steps: 1000\nparameters: { goal: { draw: disk(1) } }` | true",
        "steps: 1000 | `steps: 1000\nparameters: { goal: { draw: [1, 2], every: 4 s, sets: 'mocap:goal' } }` | true",
        "steps: 1000 | `steps: 1000\nparameters: { goal: { draw: { 0: disk(1), 9: disk(2) } } }` | true",
        "steps: 1000 | `steps: 1000\nparameters: { goal: { draw: [1, 2, 3, 4] } }` | false",
        "steps: 1000 | `steps: 1000\nparameters: { goal: { draws: 1 } }` | false",
        "steps: 1000 | `steps: 1000\nparameters: { goal: { draw: 1, every: 4 } }` | false",
        "steps: 1000 | `steps: 1000\nparameters: { Goal: { draw: 1 } }` | false",
        "- clip(qvel, -1, 1) | - [qvel] | false",
        "over: change | over: median | false",
        "over: change | of: change | false",
        "drop: | length: | false",
        "maximize: drop | minimize: drop | false",
        "survival: \">= 0.5\" | survival: \"about 0.5\" | false",
        "survival: \">= 0.5\" | survival: 0.5 | false",
        "steps: 1000 | steps: 0 | false",
        "steps: 1000 | `steps: 1000\n  learner: { worlds: 8 }` | true",
        "steps: 1000 | `steps: 1000\n  learner: { world: 8 }` | false",
        "steps: 1000 | `steps: 1000\n  learner: { normalise_rewards: 2 }` | false",
        "steps: 1000 | `steps: 1000\nbaselines: { sparse: Sparse.java }` | true",
        "steps: 1000 | `steps: 1000\nbaselines: { sparse: 1 }` | false",
        "steps: 1000 | `steps: 1000\nvary: { body_mass: 0.8..1.2, gravity: '.9 .. 1' }` | true",
        "steps: 1000 | `steps: 1000\nvary: { dof_damping: 1..2, dof_armature: 1..2, actuator_gain: 0.5..10, geom_friction: 1e-1..1 }` | true",
        "steps: 1000 | `steps: 1000\nvary: { mass: 0.8..1.2 }` | false",
        "steps: 1000 | `steps: 1000\nvary: { body_mass: 0.8 }` | false",
        "steps: 1000 | `steps: 1000\nvary: { body_mass: -0.8..1.2 }` | false",
        "steps: 1000 | `steps: 1000\nvary: { body_mass: [0.8, 1.2] }` | false",
        "steps: 1000 | `steps: 1000\nvary: {}` | false",
        "steps: 1000 | `steps: 1000\nvary: body_mass` | false",
      })
  void schemaAndParserAgree(String old, String replacement, boolean sound) {
    String yaml = TaskFiles.edited(old, replacement.replace("\\n", "\n"));
    assertThat(List.of(parserAccepts(yaml), schemaAccepts(yaml)))
        .as("parser, schema")
        .containsExactly(sound, sound);
  }
}
