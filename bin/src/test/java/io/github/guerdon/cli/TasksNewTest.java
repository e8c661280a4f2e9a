package io.github.guerdon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.critic.Critic;
import io.github.guerdon.critic.RewardSource;
import io.github.guerdon.critic.verdict.Verdict;
import io.github.guerdon.env.Task;
import io.github.guerdon.env.file.TaskException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each awkward model gets a task that passes {@code tasks check} as it was written. */
final class TasksNewTest {

  private static final String WALKER =
      """
      <mujoco>
        <option timestep="0.004"/>
        <worldbody>
          <geom type="plane" size="5 5 1"/>
          <body name="trunk" pos="0 0 1">
            <freejoint name="root"/>
            <geom type="box" size="0.2 0.1 0.05"/>
            <body name="fore" pos="0.2 0 0">
              <joint name="fore" axis="0 1 0" range="-60 60"/>
              <geom type="capsule" fromto="0 0 0 0 0 -0.3" size="0.03"/>
            </body>
            <body name="hind" pos="-0.2 0 0">
              <joint name="hind" axis="0 1 0" range="-60 60"/>
              <geom type="capsule" fromto="0 0 0 0 0 -0.3" size="0.03"/>
            </body>
          </body>
        </worldbody>
        <actuator>
          <position joint="fore" kp="20" ctrlrange="-1 1"/>
          <position joint="hind" kp="20" ctrlrange="-1 1"/>
        </actuator>
        KEYS
      </mujoco>
      """;

  private static final String LINKS =
      """
      <mujoco>
        <compiler angle="radian"/>
        <worldbody>%s</worldbody>
        %s
      </mujoco>
      """;

  @TempDir private Path folder;

  static Stream<Arguments> awkwardModels() {
    String chain =
        """
        <body><joint/><geom type="capsule" fromto="0 0 0 0.3 0 0" size="0.02"/>
          <body pos="0.3 0 0"><joint axis="0 1 0"/><geom type="capsule" fromto="0 0 0 0.3 0 0" size="0.02"/>
            <site pos="0.3 0 0"/></body></body>
        <camera pos="0 0 2"/>
        """;
    StringBuilder hall = new StringBuilder();
    StringBuilder motors = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      hall.append("<body pos='").append(i).append(" 0 0'><joint name='j").append(i);
      hall.append("' axis='0 1 0' damping='0.1'/><geom size='0.1' pos='0.2 0 0'/></body>");
      motors.append("<motor joint='j").append(i).append("'/>");
    }
    return Stream.of(
        Arguments.of(
            "only the driven joint has a name",
            LINKS.formatted(
                chain.replace("<body><joint/>", "<body><joint name='a'/>"),
                "<actuator><motor joint='a'/></actuator>")),
        Arguments.of(
            "names need quotes everywhere",
            LINKS.formatted(
                """
                <body name="a &quot;b&quot; c: #1"><joint name="x/y, z[0]: 'q'" axis="0 1 0" range="0.5 1"/>
                  <geom name="%\\" type="capsule" fromto="0 0 0 0.3 0 0" size="0.02"/>
                  <body name="größe.✓" pos="0.3 0 0"><joint name="no" type="ball"/><geom size="0.03" pos="0.1 0 0"/></body></body>
                """
                    .replace("%\\", "back\\slash"),
                "<actuator><motor name=\"'\" joint=\"x/y, z[0]: 'q'\" ctrlrange='-1 1'/></actuator>")),
        Arguments.of(
            "a free body's joint has a comma",
            LINKS.formatted(
                "<geom type='plane' size='1 1 1'/><body pos='0 0 1' name='b'><freejoint name='p, q'/><geom size='0.1'/><site name='s'/></body>",
                "<actuator><motor site='s' gear='1 0 0 0 0 0' ctrlrange='-1 1'/></actuator>")),
        Arguments.of(
            "muscles pull tendons",
            LINKS.formatted(
                """
                <site name="anchor" pos="0 0 0.3"/>
                <body><joint name="elbow" axis="0 1 0" range="-1 1" damping="0.1"/>
                  <geom type="capsule" fromto="0 0 0 0.3 0 0" size="0.02"/><site name="end" pos="0.2 0 0.02"/></body>
                """,
                """
                <tendon><spatial name="flexor"><site site="anchor"/><site site="end"/></spatial></tendon>
                <actuator><muscle tendon="flexor" lengthrange="0.2 0.5"/></actuator>
                """)),
        Arguments.of(
            "a loop is closed by a constraint",
            LINKS.formatted(
                """
                <body name="l"><joint name="l" axis="0 1 0"/><geom type="capsule" fromto="0 0 0 0 0 0.3" size="0.02" contype="0" conaffinity="0"/></body>
                <body name="r" pos="0.3 0 0"><joint name="r" axis="0 1 0"/><geom type="capsule" fromto="0 0 0 0 0 0.3" size="0.02" contype="0" conaffinity="0"/></body>
                """,
                """
                <equality><joint joint1="l" joint2="r"/><weld body1="l" body2="r"/></equality>
                <actuator><motor joint="l" ctrlrange="-1 1"/></actuator>
                """)),
        Arguments.of(
            "a mocap body shows a goal and nothing touches",
            LINKS
                .formatted(
                    chain.replace("<body><joint/>", "<body><joint name='a'/>")
                        + "<body name='goal' mocap='true'><geom size='0.02' contype='0' conaffinity='0'/></body>",
                    "<actuator><motor joint='a' ctrlrange='-1 1'/></actuator>")
                .replace("<worldbody>", "<option><flag contact='disable'/></option><worldbody>")),
        Arguments.of(
            "motors are far too strong",
            LINKS.formatted(
                chain.replace("<body><joint/>", "<body><joint name='a'/>"),
                "<actuator><motor joint='a' ctrlrange='-1000000 1000000'/></actuator>")),
        Arguments.of(
            "a ball turns about its own middle",
            LINKS.formatted(
                "<body><joint name='a' type='ball'/><geom size='0.1'/></body>",
                "<actuator><motor joint='a' gear='1 0 0' ctrlrange='-1 1'/></actuator>")),
        Arguments.of(
            "there are very many joints and no ranges",
            LINKS.formatted(hall, "<actuator>" + motors + "</actuator>")),
        Arguments.of("a walker begins in the air", WALKER.replace("KEYS", "")),
        Arguments.of(
            "servos hold a keyframe",
            WALKER.replace(
                "KEYS",
                "<keyframe><key name='home' qpos='0 0 0.34 1 0 0 0 0.2 -0.2' ctrl='0.2 -0.2'/></keyframe>")));
  }

  private Path model(String mjcf) throws IOException {
    return Files.writeString(folder.resolve("model.xml"), mjcf);
  }

  private String write(String mjcf) throws IOException {
    Shell.Result written = Shell.run("tasks", "new", model(mjcf).toString(), "--name", "mine");
    assertThat(written.exit()).as(written.err()).isZero();
    return Files.readString(folder.resolve("mine.yaml"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("awkwardModels")
  void taskForAnAwkwardModelPassesItsCheck(String what, String mjcf)
      throws IOException, TaskException {
    String task = write(mjcf);
    Shell.Result check = Shell.run("tasks", "check", folder.resolve("mine.yaml").toString());
    assertThat(check.exit()).as(what + "\n" + check.out() + check.err() + task).isZero();
    Task loaded = Tasks.load(folder.resolve("mine.yaml").toString());
    for (String baseline : List.of("official", "sparse")) {
      RewardSource source = RewardSource.of(loaded.baseline(baseline).orElseThrow());
      assertThat(new Critic().review(source, loaded.vocabulary()))
          .as(what)
          .isInstanceOf(Verdict.Accepted.class);
    }
  }

  @Test
  void walkerStandsOnItsFloorAndIsHealthyWhileItDoes() throws IOException {
    String task = write(WALKER.replace("KEYS", ""));
    // The legs reach 0.33 m below the trunk, which the model puts 1 m above the floor.
    assertThat(task)
        .contains("\"root[2]\": 0.33 + uniform(0, 0.01) # on the floor")
        .contains("healthy: 'after.body(\"trunk\").position().z() > 0.165'")
        .contains("- qpos[2:9]")
        .contains("maximize: distance");
  }

  @Test
  void servosMoveAwayFromTheKeyframeTheyHold() throws IOException {
    String task =
        write(
            WALKER.replace(
                "KEYS",
                "<keyframe><key name='home' qpos='0 0 0.34 1 0 0 0 0.2 -0.2' ctrl='0.2 -0.2'/></keyframe>"));
    assertThat(task).contains("action: offset-from-key\n  key: home\n  scale: 0.3\n");
    assertThat(task).contains("start:\n    key: home\n");
  }

  @Test
  void rangesInDegreesAreReadAsMuJoCoReadsThem() throws IOException {
    assertThat(write(WALKER.replace("KEYS", ""))).contains("fore (hinge -1.047 … 1.047 rad)");
  }

  @Test
  void modelWithoutActuatorsIsToldWhatToAdd() throws IOException {
    Path model = model(LINKS.formatted("<body><joint name='hip'/><geom size='0.1'/></body>", ""));
    Shell.Result result = Shell.run("tasks", "new", model.toString());
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("no actuators", "<motor joint=\"hip\" ctrlrange=\"-1 1\"/>");
    assertThat(folder).isDirectoryNotContaining("glob:**.yaml");
  }

  @Test
  void modelThatCannotLoadIsToldWhyAndNothingIsWritten() throws IOException {
    Path out = folder.resolve("out");
    String mesh = "<mujoco><asset><mesh file='gone.stl'/></asset></mujoco>";
    String plugin = "<mujoco><extension><plugin plugin='mujoco.pid'/></extension></mujoco>";
    String still = "<mujoco><worldbody><geom size='1'/></worldbody></mujoco>";
    for (String[] bad :
        new String[][] {
          {mesh, "gone.stl"}, {plugin, "plugins are never loaded"}, {still, "no joints"}
        }) {
      Shell.Result result =
          Shell.run("tasks", "new", model(bad[0]).toString(), "--out", out.toString());
      assertThat(result.exit()).as(result.err()).isEqualTo(2);
      assertThat(result.err()).contains(bad[1]);
      assertThat(out).doesNotExist();
    }
    Shell.Result gone = Shell.run("tasks", "new", folder.resolve("modle.xml").toString());
    assertThat(gone.exit()).isEqualTo(2);
    assertThat(gone.err()).contains("did you mean 'model.xml'?");
  }

  @Test
  void noFileIsReplacedWithoutForce() throws IOException {
    Path task = folder.resolve("mine.yaml");
    Files.writeString(task, "my own words");
    String[] command = {
      "tasks", "new", model(WALKER.replace("KEYS", "")).toString(), "--name", "mine"
    };
    Shell.Result refused = Shell.run(command);
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err()).contains("mine.yaml: exists already", "--force");
    assertThat(task).hasContent("my own words");
    assertThat(folder.resolve("mine-official.java")).doesNotExist();
    String[] forced =
        Stream.concat(Stream.of(command), Stream.of("--force")).toArray(String[]::new);
    assertThat(Shell.run(forced).exit()).isZero();
    assertThat(task).content().startsWith("# A task to begin with");
  }

  @Test
  void modelIsCopiedWithItsFilesIntoAnotherFolder() throws IOException {
    Path robot = Files.createDirectories(folder.resolve("robots/arm"));
    Files.writeString(
        folder.resolve("robots/parts.xml"),
        "<mujocoinclude><actuator><motor joint='hip' ctrlrange='-1 1'/></actuator></mujocoinclude>");
    Path model =
        Files.writeString(
            robot.resolve("scene.xml"),
            LINKS.formatted(
                "<body><joint name='hip' axis='0 1 0'/><geom size='0.1' pos='0.3 0 0'/></body>",
                "<include file='../parts.xml'/>"));
    Path out = folder.resolve("out");
    Shell.Result written = Shell.run("tasks", "new", model.toString(), "--out", out.toString());
    assertThat(written.exit()).as(written.err()).isZero();
    assertThat(out.resolve("arm/scene.xml")).hasSameTextualContentAs(model);
    assertThat(out.resolve("parts.xml")).exists();
    Shell.Result check = Shell.run("tasks", "check", out.resolve("arm.yaml").toString());
    assertThat(check.exit()).as(check.err()).isZero();
  }

  @Test
  void newTaskTrainsAsItIs() throws IOException {
    write(WALKER.replace("KEYS", ""));
    Shell.Result trained =
        Shell.run(
            "train",
            folder.resolve("mine.yaml").toString(),
            "--steps",
            "2048",
            "--out",
            folder.resolve("trainings").toString(),
            "--json");
    assertThat(trained.exit()).as(trained.err()).isZero();
    assertThat(trained.event("trained").path("outcome").asText()).isEqualTo("completed");
  }
}
