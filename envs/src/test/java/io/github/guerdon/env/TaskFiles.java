package io.github.guerdon.env;

import io.github.guerdon.env.file.TaskException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Texts and folders of small tasks for tests. */
public final class TaskFiles {

  /** A sound task over {@link #BALL}. */
  public static final String YAML =
      """
      name: drop-ball
      about: Let the ball fall.
      model: ball.xml
      control:
        frame_skip: 5
      episode:
        steps: 40
        start:
          qpos:
            height: 0.5 + uniform(-0.1, 0.1)
          qvel: normal(0, 0.01)
        healthy: after.joint("height").position() > -0.2
      observe:
        - qpos
        - clip(qvel, -1, 1)
        - after.body("ball").position().z()
      metrics:
        drop:
          each: after.joint("height").position()
          over: change
          unit: m
        low:
          each: after.joint("height").position() < 0.3
          over: fraction
      fitness:
        require:
          survival: ">= 0.5"
        maximize: drop
      success: drop >= -1 && survival == 1
      training:
        steps: 1000
      """;

  /**
   * A ball on a vertical slide over a floor, with one motor that has a range and one that has none.
   */
  public static final String BALL =
      """
      <mujoco>
        <option timestep="0.004"/>
        <worldbody>
          <geom name="floor" type="plane" size="1 1 1"/>
          <body name="ball" pos="0 0 0.1">
            <joint name="height" type="slide" axis="0 0 1"/>
            <geom name="ball" type="sphere" size="0.1" mass="1"/>
          </body>
          <body name="side" pos="2 0 3">
            <joint name="turn" type="hinge" axis="0 1 0"/>
            <geom name="side" type="sphere" size="0.1" mass="1" pos="0 0 -0.3"/>
          </body>
        </worldbody>
        <actuator>
          <motor name="lift" joint="height" ctrllimited="true" ctrlrange="-2 6"/>
          <motor name="spin" joint="turn"/>
        </actuator>
      </mujoco>
      """;

  private TaskFiles() {}

  /** Writes files into a folder and returns the path of {@code task.yaml}. */
  public static Path write(Path folder, Map<String, String> files) {
    try {
      for (Map.Entry<String, String> file : files.entrySet()) {
        Path path = folder.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder.resolve("task.yaml");
  }

  /** Loads a task from these texts. */
  public static Task loadTexts(Path folder, String yaml, String mjcf) throws TaskException {
    Path file = write(folder, Map.of("task.yaml", yaml, "ball.xml", mjcf));
    return Task.load(file.toString(), new JavacExpressions());
  }

  /** Loads the sound task with parts of its text replaced: pairs of old and new. */
  public static Task load(Path folder, String... replacements) throws TaskException {
    return loadTexts(folder, edited(replacements), BALL);
  }

  /** Returns the sound task's text with parts replaced: pairs of old and new. */
  public static String edited(String... replacements) {
    String text = YAML;
    for (int i = 0; i < replacements.length; i += 2) {
      if (!text.contains(replacements[i])) {
        throw new IllegalArgumentException("the task's text lacks '" + replacements[i] + "'");
      }
      text = text.replace(replacements[i], replacements[i + 1]);
    }
    return text;
  }
}
