package io.github.guerdon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.guerdon.env.Task;
import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.env.step.VectorEnvironment;
import io.github.guerdon.reward.slot.SlotTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Task files and models that are broken or mean: each is refused with a place or runs, and nothing
 * else happens.
 */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
final class HostileTaskTest {

  private static final Path TASKS = Path.of("../envs/src/main/resources/tasks");
  private static final Path CARTPOLE = TASKS.resolve("cartpole-swingup");
  private static final String DEADLINE = "guerdon.model.deadline";
  private static final int YAML_MUTANTS = 120;
  private static final int MODEL_MUTANTS = 80;

  @TempDir private Path folder;

  @BeforeEach
  void setDeadline() {
    System.setProperty(DEADLINE, "10");
  }

  @BeforeEach
  void copyBaselines() throws IOException {
    try (Stream<Path> files = Files.walk(TASKS)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        Files.copy(file, folder.resolve(file.getFileName().toString()));
      }
    }
  }

  @Test
  void soundOnesRun() throws IOException {
    write(
        Files.readString(CARTPOLE.resolve("task.yaml")),
        Files.readString(CARTPOLE.resolve("cartpole.xml")));
    assertThat(outcome()).isTrue();
  }

  @Test
  void largeModelIsNoHostileOne() throws IOException {
    String hills = "<asset><hfield name='h' nrow='8000' ncol='8000' size='1 1 1 1'/></asset>";
    write(
        Files.readString(CARTPOLE.resolve("task.yaml")),
        Files.readString(CARTPOLE.resolve("cartpole.xml"))
            .replace("</mujoco>", hills + "</mujoco>"));
    assertThat(outcome()).isTrue();
  }

  @AfterEach
  void clearDeadline() {
    System.clearProperty(DEADLINE);
  }

  @Test
  void mutatedTaskFilesAreRefusedWithAPlaceOrRun() throws IOException {
    assertThat(yamlMutants(20_260_601, YAML_MUTANTS)).isPositive();
  }

  @Test
  void mutatedModelsAreRefusedWithAPlaceOrRun() throws IOException {
    assertThat(modelMutants(20_260_602, MODEL_MUTANTS)).isPositive();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<extension><plugin plugin=\"mujoco.elasticity.cable\"/></extension>",
        "<include file=\"/etc/passwd\"/>",
        "<include file=\"../../outside.xml\"/>",
        "<asset><mesh name=\"m\" file=\"/etc/passwd\"/></asset>",
        "<size nuserdata=\"2147483647\"/>",
        "<size memory=\"900G\"/>",
        "<size memory=\"-5\"/>",
        "<asset><hfield name=\"h\" nrow=\"100000\" ncol=\"100000\" size=\"1 1 1 1\"/></asset>",
        "<worldbody><flexcomp name=\"f\" type=\"grid\" count=\"900 900 900\" spacing=\"1 1 1\"/></worldbody>",
        "<worldbody><body><joint/><geom size=\"nan\"/></body></worldbody>",
        "<sensor><user dim=\"2000000000\"/></sensor>",
        "<worldbody><replicate count=\"100000\" euler=\"0 0 1\"><body><joint/><geom size=\"1\"/></body></replicate></worldbody>"
      })
  void modelsThatWantTooMuchAreRefusedWithAPlace(String element) throws IOException {
    String model = Files.readString(CARTPOLE.resolve("cartpole.xml"));
    write(
        Files.readString(CARTPOLE.resolve("task.yaml")),
        model.replace("</mujoco>", element + "</mujoco>"));
    assertThat(outcome()).as(element).isFalse();
  }

  @Test
  void newTaskIsWrittenForNoModelThatAChildHasNotLoaded() throws IOException {
    Path model = folder.resolve("cartpole.xml");
    Files.copy(CARTPOLE.resolve("cartpole.xml"), model);
    Set<Path> before = files();
    System.setProperty(DEADLINE, "0"); // no child is as quick as that

    Shell.Result refused = Shell.run("tasks", "new", model.toString(), "--name", "mine");

    assertThat(refused.exit()).as(refused.out()).isEqualTo(2);
    assertThat(refused.err()).contains("MuJoCo has not loaded the model within 0 s");
    assertThat(files()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"frame_skip", "history"})
  void countsBeyondReasonAreRefusedWithAPlace(String key) throws IOException {
    String yaml = Files.readString(CARTPOLE.resolve("task.yaml"));
    String changed =
        key.equals("history")
            ? yaml.replace("observe:\n", "observe:\n  - value: qpos\n    history: 900000000\n")
            : yaml.replaceFirst("(?m)^(\\s*" + key + ":).*$", "$1 900000000");
    assertThat(changed).isNotEqualTo(yaml);
    write(changed, Files.readString(CARTPOLE.resolve("cartpole.xml")));
    assertThat(outcome()).isFalse();
  }

  /** Tries task files made from the built-in ones and returns how many of them run. */
  private int yamlMutants(long seed, int mutants) throws IOException {
    List<String> texts = texts(TASKS, "task.yaml");
    String model = Files.readString(CARTPOLE.resolve("cartpole.xml"));
    Random random = new Random(seed);
    int running = 0;
    for (int i = 0; i < mutants; i++) {
      write(TaskMutation.ofYaml(texts.get(random.nextInt(texts.size())), random), model);
      running += outcome() ? 1 : 0;
    }
    return running;
  }

  /** Tries models made from those of the built-in tasks and returns how many of them run. */
  private int modelMutants(long seed, int mutants) throws IOException {
    String yaml = Files.readString(CARTPOLE.resolve("task.yaml"));
    String model = Files.readString(CARTPOLE.resolve("cartpole.xml"));
    Random random = new Random(seed);
    int running = 0;
    for (int i = 0; i < mutants; i++) {
      write(yaml, TaskMutation.ofModel(model, random));
      running += outcome() ? 1 : 0;
    }
    return running;
  }

  private static List<String> texts(Path root, String name) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      List<Path> found = files.filter(f -> f.endsWith(name)).sorted().toList();
      return found.stream().map(HostileTaskTest::read).toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void write(String yaml, String model) throws IOException {
    // As bytes: half a character that a mutation left is no reason to write nothing.
    Files.write(folder.resolve("task.yaml"), yaml.getBytes(StandardCharsets.UTF_8));
    Files.write(folder.resolve("cartpole.xml"), model.getBytes(StandardCharsets.UTF_8));
  }

  /** Loads the task and moves it, checks how that ends, and returns whether it ran. */
  private boolean outcome() throws IOException {
    Set<Path> before = files();
    boolean ran = run();
    assertThat(files()).isEqualTo(before);
    return ran;
  }

  private boolean run() {
    String task = folder.resolve("task.yaml").toString();
    TaskException refused = catchThrowableOfType(TaskException.class, () -> move(Tasks.load(task)));
    if (refused == null) {
      return true;
    }
    assertThat(refused.problems())
        .isNotEmpty()
        .allSatisfy(p -> assertThat(p).matches("(?s)\\S+:\\d+:\\d+: .+"));
    return false;
  }

  private static void move(Task task) {
    SlotTable nothing = new SlotTable(List.of(), List.of());
    try (VectorEnvironment worlds = VectorEnvironment.open(task, nothing, 2, 1, 3)) {
      worlds.reset();
      for (int i = 0; i < 3; i++) {
        worlds.step(new float[2 * task.actionSize()]);
        worlds.resetEnded();
      }
    }
  }

  /** Lists what hostile files could have written: beside them and in the working folder. */
  private Set<Path> files() throws IOException {
    Set<Path> all = new TreeSet<>();
    for (Path place : List.of(folder, Path.of("").toAbsolutePath())) {
      try (Stream<Path> files = Files.list(place)) {
        all.addAll(files.collect(Collectors.toSet()));
      }
    }
    return all;
  }
}
