package io.github.guerdon.env.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.guerdon.env.BuiltInTasks;
import io.github.guerdon.env.JavacExpressions;
import io.github.guerdon.env.Task;
import io.github.guerdon.env.TaskFiles;
import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.reward.slot.SlotTable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TaskTest {

  @TempDir Path folder;

  private List<String> problems(String yaml, String mjcf) {
    return catchThrowableOfType(TaskException.class, () -> TaskFiles.loadTexts(folder, yaml, mjcf))
        .problems();
  }

  private String problem(String... replacements) {
    List<String> problems = problems(TaskFiles.edited(replacements), TaskFiles.BALL);
    assertThat(problems).hasSize(1);
    return problems.get(0).replace(folder.toString(), "DIR");
  }

  private static byte[] written(Task task) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    task.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  @Test
  void builtInTasksLoadTheDefaultFirst() throws TaskException {
    assertThat(Task.builtIn()).hasSize(25).startsWith("cartpole-swingup", "hopper-run");
    for (String name : BuiltInTasks.atHand()) {
      Task task = BuiltInTasks.load(name);
      assertThat(task.description().name()).isEqualTo(name);
      assertThat(task.model()).isRegularFile();
      for (String baseline : List.of("official", "sparse")) {
        assertThat(JavacReward.compile(task.baseline(baseline).orElseThrow())).isNotNull();
      }
      assertThat(task.baseline("secret")).isEmpty();
    }
  }

  @Test
  void trainerReadsWhatWasWritten() throws TaskException, IOException {
    Task task = Task.load("hopper-run", new JavacExpressions());
    Task read = Task.read(new DataInputStream(new ByteArrayInputStream(written(task))));
    assertThat(read.identity()).isEqualTo(task.identity());
    assertThat(read.description()).isEqualTo(task.description());
    assertThat(read.vocabulary()).isEqualTo(task.vocabulary());
    assertThat(read.observationSize()).isEqualTo(11);
    assertThat(read.baseline("official")).isEmpty();
    SlotTable nothing = new SlotTable(List.of(), List.of());
    try (VectorEnvironment one = VectorEnvironment.open(task, nothing, 2, 1, 3);
        VectorEnvironment other = VectorEnvironment.open(read, nothing, 2, 1, 3)) {
      one.reset();
      other.reset();
      one.step(new float[6]);
      other.step(new float[6]);
      assertThat(other.observations()).isEqualTo(one.observations());
    }
  }

  @Test
  void modelThatChangedAfterLoadingIsNoticed() throws TaskException, IOException {
    Task task = TaskFiles.load(folder);
    byte[] bytes = written(task);
    Files.writeString(
        folder.resolve("ball.xml"), TaskFiles.BALL.replace("mass=\"1\"", "mass=\"2\""));
    assertThatThrownBy(() -> Task.read(new DataInputStream(new ByteArrayInputStream(bytes))))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith(
            "ball.xml: the model has changed since the task was loaded; start again");
  }

  @Tag("defect-16")
  @Test
  void identityFollowsWhatChangesResultsOnly() throws TaskException {
    String identity = TaskFiles.load(folder).identity();
    assertThat(identity).matches("[0-9a-f]{64}");
    assertThat(
            TaskFiles.load(
                    folder,
                    "about: Let the ball fall.",
                    "# said otherwise\nabout: Watch.",
                    "name: drop-ball",
                    "name: fall")
                .identity())
        .isEqualTo(identity);
    assertThat(TaskFiles.load(folder, "steps: 40", "steps: 41").identity()).isNotEqualTo(identity);
    assertThat(TaskFiles.load(folder, "> -0.2", "> -0.3").identity()).isNotEqualTo(identity);
    assertThat(TaskFiles.load(folder, "-0.1, 0.1", "-0.1, 0.2").identity()).isNotEqualTo(identity);
    assertThat(
            TaskFiles.loadTexts(
                    folder, TaskFiles.YAML, TaskFiles.BALL.replace("size=\"0.1\"", "size=\"0.2\""))
                .identity())
        .isNotEqualTo(identity);
  }

  @Test
  void unknownTaskIsToldWithTheOnesThereAre() {
    assertThatThrownBy(() -> Task.load("hoper-run", new JavacExpressions()))
        .hasMessage("no task 'hoper-run'; did you mean 'hopper-run'?");
    assertThatThrownBy(() -> Task.load("juggling", new JavacExpressions()))
        .hasMessageStartingWith(
            "no task 'juggling'; known: " + String.join(", ", Task.builtIn().subList(0, 10)) + ", ")
        .hasMessageEndingWith("; or give the path of a YAML file");
    assertThatThrownBy(() -> Task.load("none/task.yaml", new JavacExpressions()))
        .hasMessage("none/task.yaml: no such task file; check the path");
  }

  @Test
  void unknownNamesAreToldWithTheirPlaces() {
    assertThat(problem("after.body(\"ball\")", "after.body(\"bal\")"))
        .isEqualTo("DIR/task.yaml:16:11: unknown body 'bal'; did you mean 'ball'?");
    assertThat(problem("      height: 0.5", "      heigth: 0.5"))
        .isEqualTo("DIR/task.yaml:10:15: unknown joint 'heigth'; did you mean 'height'?");
    assertThat(problem("- qpos\n", "- qpos[7:]\n"))
        .isEqualTo(
            "DIR/task.yaml:14:5: 'qpos[7:]' is not understood or takes nothing: qpos has 2 numbers;"
                + " write it like qpos[1:]");
    assertThat(problem("normal(0, 0.01)", "1 + normal(0, 0.01)"))
        .isEqualTo(
            "DIR/task.yaml:11:11: a base for all joints at once has no meaning; name the joints,"
                + " such as { hinge: pi }");
  }

  @Test
  void namesExpressionsAndBaselinesAreToldAtOnceInOrderOfTheFile() {
    String yaml =
        TaskFiles.edited(
            "after.body(\"ball\")",
            "after.body(\"bal\")",
            "      height: 0.5",
            "      heigth: 0.5",
            "  steps: 1000",
            "  steps: 1000\nbaselines:\n  official: Official.java");
    assertThat(problems(yaml, TaskFiles.BALL))
        .extracting(p -> p.replaceFirst("^.*/task.yaml:(\\d+):.*: (\\w+ \\w+) .*", "$1 $2"))
        .containsExactly("10 unknown joint", "16 unknown body", "33 baseline file");
  }

  @Test
  void missingModelIsToldWithAFix() {
    assertThat(problem("ball.xml", "bal.xml"))
        .isEqualTo(
            "DIR/task.yaml:3:8: model file 'bal.xml' is not in the task's folder DIR; did you mean"
                + " 'ball.xml'?");
    assertThat(problem("ball.xml", "../ball.xml"))
        .isEqualTo(
            "DIR/task.yaml:3:8: model '../ball.xml' leaves the task's folder DIR; copy the model"
                + " into it");
    assertThat(problem("ball.xml", "/ball.xml")).contains("leaves the task's folder");
    assertThat(problem("ball.xml", "gymnasium:hoper.xml"))
        .contains("'hoper.xml' is not in Gymnasium's models", "did you mean 'hopper.xml'?");
    assertThat(problem("ball.xml", "gymnasium:../hopper.xml"))
        .contains("model 'gymnasium:../hopper.xml' leaves Gymnasium's models");
    assertThat(problem("ball.xml", "wheels:dm_control/quadruped.xml"))
        .contains("models of 'wheels:' are not known; did you mean 'wheel'?");
  }

  @Test
  void missingGymnasiumIsToldWithTheSetUp() {
    String home = System.getProperty("guerdon.home", "");
    System.setProperty("guerdon.home", folder.resolve("nothing").toString());
    try {
      assertThat(problem("ball.xml", "gymnasium:hopper.xml"))
          .isEqualTo(
              "DIR/task.yaml:3:8: model 'gymnasium:hopper.xml' needs Gymnasium's models in"
                  + " DIR/nothing/gymnasium-1.4.0/assets, which is missing; run bin/setup, which"
                  + " fetches them");
    } finally {
      System.setProperty("guerdon.home", home);
    }
  }

  @Test
  void unwritableHomeIsToldWithAFix() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    String home = System.getProperty("guerdon.home", "");
    System.setProperty("guerdon.home", file.toString());
    try {
      assertThatThrownBy(() -> Task.load("cartpole-swingup", new JavacExpressions()))
          .isInstanceOf(TaskException.class)
          .hasMessageStartingWith("cannot write the built-in task 'cartpole-swingup' to " + file)
          .hasMessageEndingWith("make the folder writable, or set GUERDON_HOME to one that is");
    } finally {
      System.setProperty("guerdon.home", home);
    }
  }

  @Test
  void badModelIsToldWithFileAndLine() {
    assertThat(
            problems(
                TaskFiles.YAML,
                TaskFiles.BALL.replace("<geom name=\"ball\"", "<geum name=\"ball\"")))
        .singleElement()
        .asString()
        .startsWith(folder + "/ball.xml:7:1: MuJoCo refuses the model: ")
        .contains("geum")
        .doesNotContain("\n");
    assertThat(problems(TaskFiles.YAML, TaskFiles.BALL.replace("</mujoco>", "")))
        .singleElement()
        .asString()
        .matches(".*/ball.xml:\\d+:\\d+: the model is not well-formed XML: .*; correct it there");
    assertThat(
            problems(
                TaskFiles.YAML,
                TaskFiles.BALL.replace(
                    "<worldbody>", "<include file=\"../other.xml\"/><worldbody>")))
        .singleElement()
        .asString()
        .endsWith(
            "/ball.xml:3:1: '../other.xml' lies outside the model's folder "
                + folder
                + "; copy the file into it");
    assertThat(
            problems(
                TaskFiles.YAML,
                TaskFiles.BALL.replace(
                    "<worldbody>", "<extension><plugin plugin=\"x\"/></extension><worldbody>")))
        .singleElement()
        .asString()
        .endsWith(
            "/ball.xml:3:1: the model asks for a plugin, and plugins are never loaded; remove the"
                + " element");
  }

  @Test
  void includedFilesBelongToTheModel() throws TaskException {
    String body =
        "<mujocoinclude><geom name=\"wall\" type=\"sphere\" size=\"SIZE\"/></mujocoinclude>";
    String model =
        TaskFiles.BALL.replace("<worldbody>", "<worldbody><include file=\"parts/wall.xml\"/>");
    TaskFiles.write(folder, Map.of("parts/wall.xml", body.replace("SIZE", "0.1")));
    String identity = TaskFiles.loadTexts(folder, TaskFiles.YAML, model).identity();
    TaskFiles.write(folder, Map.of("parts/wall.xml", body.replace("SIZE", "0.2")));
    assertThat(TaskFiles.loadTexts(folder, TaskFiles.YAML, model).identity())
        .isNotEqualTo(identity);
  }

  @Test
  void missingBaselineIsToldWithItsPlace() {
    assertThat(problem("  steps: 1000", "  steps: 1000\nbaselines:\n  official: Official.java"))
        .isEqualTo(
            "DIR/task.yaml:33:13: baseline file 'Official.java' is not in DIR; add it, or remove"
                + " the baseline");
    assertThat(problem("  steps: 1000", "  steps: 1000\nbaselines:\n  official: ../Official.java"))
        .isEqualTo(
            "DIR/task.yaml:33:13: baseline '../Official.java' leaves the task's folder; copy it"
                + " into it");
  }

  @Test
  void damagedCopyOfABuiltInTaskIsReplaced() throws TaskException, IOException {
    Task task = Task.load("cartpole-swingup", new JavacExpressions());
    Files.writeString(task.model(), "<mujoco/>");
    assertThat(Task.load("cartpole-swingup", new JavacExpressions()).identity())
        .isEqualTo(task.identity());
  }
}
