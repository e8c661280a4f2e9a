package io.github.guerdon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What commands say of somebody's own task file and its model. */
final class TaskFileTest {

  @TempDir private Path folder;

  @Test
  void taskWithoutRewardsOfItsOwnNeedsOneByName() throws IOException {
    Path file = task("after.body(\"cart\").position().x()", "<worldbody>");
    Shell.Result result = Shell.run("train", file.toString());
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("the task has no rewards of its own", "--reward");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name: a b: c|:1:|",
        "nmae: x|'nmae'|name",
      })
  void brokenTaskFilesAreNamedWithTheirPlace(String text, String expected, String hint)
      throws IOException {
    Path file = Files.writeString(folder.resolve("task.yaml"), text.replace("\\n", "\n"));
    Shell.Result result =
        Shell.run("search", file.toString(), "--out", folder.resolve("run").toString());
    assertThat(result.exit()).as(result.err()).isEqualTo(2);
    assertThat(result.err()).contains(file.toString()).contains(expected);
    if (hint != null) {
      assertThat(result.err()).contains(hint);
    }
    assertThat(folder.resolve("run")).doesNotExist();
  }

  @Test
  void missingModelIsNamedWithItsLine() throws IOException {
    Path file = task("after.body(\"cart\").position().x()", "<worldbody>");
    Files.delete(folder.resolve("cart.xml"));
    Shell.Result result = Shell.run("tasks", "check", file.toString());
    assertThat(result.exit()).as(result.err()).isEqualTo(2);
    assertThat(result.err()).contains("task.yaml:3:").contains("cart.xml");
  }

  @Test
  void metricThatIsNoNumberIsAProblemOfTheTaskAndHoldsNoProbeUp() throws IOException {
    Path file = task("Math.log(-1) * after.body(\"cart\").position().x()", "<worldbody>");
    Shell.Result result = Shell.run("tasks", "check", file.toString());
    assertThat(result.exit()).as(result.err()).isEqualTo(1);
    assertThat(result.out())
        .containsPattern(
            "problem: line 8: metric 'distance' is no finite number in (\\d+) of \\1 episodes; guard");
    Path reward =
        Files.writeString(
            folder.resolve("R.txt"),
            """
            public final class Reward implements RewardFunction {
              public void reward(State before, Action action, State after, Terms terms) {
                terms.add("place", after.body("cart").position().x());
              }
            }
            """);
    Shell.Result review = Shell.run("review", reward.toString(), "--task", file.toString());
    assertThat(review.exit()).as(review.out() + review.err()).isZero();
  }

  @Test
  void minimizeIsToldHowItIsDone() throws IOException {
    Path file = task("after.body(\"cart\").position().x()", "<worldbody>");
    Files.writeString(file, Files.readString(file).replace("maximize:", "minimize:"));
    Shell.Result result = Shell.run("tasks", "check", file.toString());
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err())
        .contains("task.yaml:9:", "fitness is always maximised", "minus")
        .doesNotContain("did you mean 'maximize'", "is missing");
  }

  @Test
  void modelInThePlaceOfATaskIsToldApart() throws IOException {
    task("after.body(\"cart\").position().x()", "<worldbody>");
    Shell.Result result = Shell.run("tasks", "check", folder.resolve("cart.xml").toString());
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("cart.xml: is a model and no task", "guerdon tasks new");
  }

  @Test
  void unknownBodyInATaskFileIsNamedWithItsLine() throws IOException {
    Shell.Result result =
        Shell.run(
            "tasks",
            "check",
            task("Math.abs(after.body(\"cartt\").position().x())", "<worldbody>").toString());
    assertThat(result.exit()).as(result.err()).isEqualTo(2);
    assertThat(result.err()).contains("task.yaml:").contains("cartt").contains("cart");
  }

  @Test
  void badModelIsNamedWithMujocosWords() throws IOException {
    Shell.Result result =
        Shell.run(
            "tasks",
            "check",
            task("after.body(\"cart\").position().x()", "<worldboody>").toString());
    assertThat(result.exit()).as(result.err()).isIn(2, 3);
    assertThat(result.err()).contains("cart.xml");
  }

  @Test
  void ownTaskFileWorks() throws IOException {
    Shell.Result result =
        Shell.run(
            "tasks",
            "check",
            task("after.body(\"cart\").position().x()", "<worldbody>").toString());
    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.out()).contains("1000 random steps");
  }

  @Test
  void checkTellsWhatItSaw() {
    String text = Shell.run("tasks", "check", "hopper-run").out();
    assertThat(text)
        .containsPattern("qpos\\[1:] +-\\d.* … \\d")
        .containsPattern("\\d+ episodes ended after \\d+ … \\d+ steps, \\d+ of them unhealthy")
        .containsPattern("distance was -?\\d.* m on average")
        .contains("a reward can read 5 bodies, 6 joints, 5 geoms, 3 actuators;")
        .contains("3 have no name in the model and go by ");
    JsonNode seen = Shell.run("tasks", "check", "hopper-run", "--json").json().get(0);
    assertThat(seen.path("observations")).hasSize(2);
    assertThat(seen.path("observations").get(1).path("high").asDouble()).isBetween(0.1, 10.0);
    assertThat(seen.path("metrics").path("survival").isMissingNode()).isTrue();
    assertThat(seen.path("metrics").path("effort").asDouble()).isBetween(0.5, 1.5);
  }

  @Test
  void checkTellsWhatMujocoWarnedOf() throws IOException {
    Path file = task("after.body(\"cart\").position().x()", "<worldbody>");
    StringBuilder balls = new StringBuilder("<size memory=\"30K\"/><worldbody>");
    balls.append("<geom type=\"plane\" size=\"5 5 1\"/>");
    for (int i = 0; i < 12; i++) {
      balls.append("<body pos=\"0.0%d 0 0.09\"><joint type=\"slide\"/>".formatted(i));
      balls.append("<joint type=\"slide\" axis=\"1 0 0\"/><geom size=\"0.1\"/></body>");
    }
    Path model = folder.resolve("cart.xml");
    String crowded = Files.readString(model).replace("<worldbody>", balls.toString());
    Files.writeString(model, crowded);
    Shell.Result result = Shell.run("tasks", "check", file.toString());
    assertThat(result.exit()).as(result.err() + result.out()).isZero();
    assertThat(result.out())
        .containsPattern("MuJoCo warned \\d+ times: contacts were dropped, the memory was full; ")
        .containsPattern("MuJoCo warned \\d+ times: constraints were dropped");
    JsonNode warnings = check(file).path("warnings");
    assertThat(warnings.path("contact_full").asLong()).isGreaterThan(1_000);
    assertThat(warnings.path("constraint_full").asLong()).isGreaterThan(100);

    Files.writeString(model, crowded.replace("size memory=\"30K\"", "size memory=\"5M\""));
    assertThat(check(file).path("warnings").isEmpty()).isTrue();

    Files.writeString(model, crowded.replace("ctrlrange=\"-1 1\"", "ctrlrange=\"-1e15 1e15\""));
    assertThat(check(file).path("warnings").path("bad_ctrl").asLong()).isGreaterThan(100);
    Files.writeString(model, crowded.replace("ctrlrange=\"-1 1\"", "gear=\"1e14\""));
    assertThat(Shell.run("tasks", "check", file.toString()).out())
        .contains("the state was unstable (qacc); use a smaller timestep", "problem: ");
  }

  private static JsonNode check(Path file) {
    return Shell.run("tasks", "check", file.toString(), "--json").json().get(0);
  }

  private Path task(String metric, String worldbody) throws IOException {
    Files.writeString(
        folder.resolve("cart.xml"),
        """
        <mujoco>
          %s
            <body name="cart">
              <joint name="slide" type="slide" axis="1 0 0"/>
              <geom size="0.1"/>
            </body>
          </worldbody>
          <actuator><motor joint="slide" ctrlrange="-1 1"/></actuator>
        </mujoco>
        """
            .formatted(worldbody));
    return Files.writeString(
        folder.resolve("task.yaml"),
        """
        name: push
        about: Push the cart along x.
        model: cart.xml
        control: { frame_skip: 5 }
        episode: { steps: 50 }
        observe: [ qpos, qvel ]
        metrics:
          distance: { each: '%s', over: last, unit: m }
        fitness: { maximize: distance }
        training: { steps: 4000 }
        """
            .formatted(metric));
  }
}
