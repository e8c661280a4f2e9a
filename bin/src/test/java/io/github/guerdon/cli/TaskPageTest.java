package io.github.guerdon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The task that docs/tasks.md begins with works as it stands there. */
final class TaskPageTest {

  private static final Pattern TASK =
      Pattern.compile("```yaml\n(name: reach\\b.*?)```", Pattern.DOTALL);
  private static final String ARM =
      """
      <mujoco>
        <option gravity="0 0 0"/>
        <worldbody>
          <body name="upper">
            <joint name="shoulder" axis="0 0 1" damping="0.1"/>
            <geom type="capsule" fromto="0 0 0 0.1 0 0" size="0.01"/>
            <body name="hand" pos="0.1 0 0">
              <joint name="elbow" axis="0 0 1" damping="0.1"/>
              <geom size="0.015"/>
            </body>
          </body>
          <body name="goal" mocap="true"><geom size="0.01" contype="0" conaffinity="0"/></body>
        </worldbody>
        <actuator>
          <motor joint="shoulder" gear="0.05" ctrlrange="-1 1"/>
          <motor joint="elbow" gear="0.05" ctrlrange="-1 1"/>
        </actuator>
      </mujoco>
      """;

  private static final Pattern VARY = Pattern.compile("```yaml\n(vary:.*?)```", Pattern.DOTALL);

  @TempDir private Path folder;

  @Test
  void firstTaskOfThePageIsSound() throws IOException {
    Matcher snippet = TASK.matcher(Files.readString(Path.of("../docs/tasks.md")));
    assertThat(snippet.find()).isTrue();
    Files.writeString(folder.resolve("arm.xml"), ARM);
    Path task = Files.writeString(folder.resolve("task.yaml"), snippet.group(1));
    Shell.Result result = Shell.run("tasks", "check", task.toString());
    assertThat(result.exit()).as(result.err() + result.out()).isZero();
    assertThat(result.out()).contains("observation 6 numbers", "1000 random steps");
  }

  @Test
  void whatThePageVariesCanBeVariedInItsFirstTask() throws IOException {
    String page = Files.readString(Path.of("../docs/tasks.md"));
    Matcher task = TASK.matcher(page);
    Matcher vary = VARY.matcher(page);
    assertThat(task.find() && vary.find()).isTrue();
    Files.writeString(
        folder.resolve("arm.xml"),
        ARM.replace("0 0 0\"/>", "0 0 -9.81\"/>").replace("damping", "armature=\"0.1\" damping"));
    Path file = Files.writeString(folder.resolve("task.yaml"), task.group(1) + vary.group(1));
    Shell.Result result = Shell.run("tasks", "check", file.toString());
    assertThat(result.exit()).as(result.err() + result.out()).isZero();
  }
}
