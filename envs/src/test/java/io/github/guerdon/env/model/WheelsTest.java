package io.github.guerdon.env.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.guerdon.env.JavacExpressions;
import io.github.guerdon.env.Task;
import io.github.guerdon.env.TaskFiles;
import io.github.guerdon.env.file.TaskException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WheelsTest {

  private static final WheelName TINY = new WheelName("tiny_robots", "1.2");
  private static final String MODEL = "wheel:tiny_robots==1.2/tiny/arms/ball.xml";
  private static final String SPLIT =
      TaskFiles.BALL.replace("<worldbody>", "<include file=\"../shared/light.xml\"/><worldbody>");

  @TempDir Path folder;
  private final String home = System.getProperty("guerdon.home", "");

  @BeforeEach
  void useAnEmptyHome() {
    System.setProperty("guerdon.home", folder.resolve("home").toString());
  }

  @AfterEach
  void restoreTheHome() {
    System.setProperty("guerdon.home", home);
    System.clearProperty("guerdon.menagerie");
  }

  private Path wheel(String... files) throws IOException {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("tiny/arms/ball.xml", SPLIT);
    all.put("tiny/shared/light.xml", "<mujoco><visual/></mujoco>");
    all.put("tiny/__init__.py", "raise SystemExit");
    all.put("tiny_robots-1.2.dist-info/METADATA", "Name: tiny-robots");
    all.put("tiny_robots-1.2.dist-info/LICENSE", "Free.");
    for (int i = 0; i < files.length; i += 2) {
      all.put(files[i], files[i + 1]);
    }
    Path file = folder.resolve("tiny.whl");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> entry : all.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }

  private Task task(String model, WheelFetcher fetcher) throws TaskException {
    Path file =
        TaskFiles.write(
            folder.resolve("task"), Map.of("task.yaml", TaskFiles.edited("ball.xml", model)));
    return Task.load(file.toString(), new JavacExpressions(), fetcher);
  }

  private String problem(String model) {
    List<String> problems =
        catchThrowableOfType(TaskException.class, () -> task(model, WheelFetcher.NONE)).problems();
    assertThat(problems).hasSize(1);
    return problems.get(0).replace(folder.toString(), "DIR");
  }

  @Test
  void modelOfAWheelLoadsWithWhatItIncludes() throws IOException, TaskException {
    Wheels.Installed installed = Wheels.install(wheel(), TINY);
    Task task = task(MODEL, WheelFetcher.NONE);
    assertThat(task.model()).isEqualTo(installed.folder().resolve("tiny/arms/ball.xml"));
    assertThat(task.origin()).contains("wheel tiny_robots==1.2 sha256:" + installed.sha256());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    task.write(new DataOutputStream(bytes));
    Task read = Task.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    assertThat(read.identity()).isEqualTo(task.identity());
    assertThat(read.origin()).isEqualTo(task.origin());
  }

  @Test
  void onlyModelsAndLicencesAreKept() throws IOException {
    Path files = Wheels.install(wheel(), TINY).folder();
    try (Stream<Path> kept = Files.walk(files)) {
      assertThat(kept.filter(Files::isRegularFile).map(f -> files.relativize(f).toString()))
          .containsExactlyInAnyOrder(
              "tiny/arms/ball.xml", "tiny/shared/light.xml", "tiny_robots-1.2.dist-info/LICENSE");
    }
  }

  @Test
  void anotherWheelOfTheSameNameIsAnotherTask() throws IOException, TaskException {
    Wheels.install(wheel(), TINY);
    String first = task(MODEL, WheelFetcher.NONE).identity();
    Wheels.install(wheel("tiny/extra.py", "1"), TINY);
    assertThat(task(MODEL, WheelFetcher.NONE).identity()).isNotEqualTo(first);
  }

  @Test
  void fetcherIsAskedOnce() throws IOException, TaskException {
    Path file = wheel();
    List<WheelName> asked = new ArrayList<>();
    WheelFetcher fetcher =
        wheel -> {
          asked.add(wheel);
          Wheels.install(file, wheel);
        };
    task(MODEL, fetcher);
    task(MODEL, fetcher);
    assertThat(asked).containsExactly(TINY);
  }

  @Test
  void missingWheelIsToldWithWhatToRun() {
    assertThat(problem(MODEL))
        .isEqualTo(
            "DIR/task/task.yaml:3:8: model '"
                + MODEL
                + "' needs the wheel tiny_robots==1.2, which is not in DIR/home/wheels; run with a"
                + " network: bin/guerdon tasks fetch tiny_robots==1.2");
    assertThatThrownBy(
            () ->
                task(
                    MODEL,
                    wheel -> {
                      throw new IOException("no route to host");
                    }))
        .hasMessageContaining("home/wheels (no route to host); run with a network");
  }

  @Test
  void pathsMayNotLeaveTheWheel() throws IOException {
    Wheels.install(wheel(), TINY);
    assertThat(problem("wheel:tiny_robots==1.2/../sha256")).contains("leaves the wheel");
    assertThat(problem("wheel:tiny_robots==1.2//etc/passwd")).contains("leaves the wheel");
    assertThat(problem("wheel:tiny_robots==1.2/tiny/arms/bal.xml"))
        .contains("is not in the wheel tiny_robots==1.2; did you mean 'tiny/arms/ball.xml'?");
    for (String bad : List.of("wheel:tiny/ball.xml", "wheel:..==1/a.xml", "wheel:tiny==1.2")) {
      assertThat(problem(bad)).contains("must be wheel:NAME==VERSION/PATH/IN/WHEEL.xml");
    }
    Wheels.install(
        wheel(
            "tiny/out.xml",
            TaskFiles.BALL.replace("<worldbody>", "<include file=\"../../sha256\"/><worldbody>")),
        TINY);
    assertThat(problem("wheel:tiny_robots==1.2/tiny/out.xml"))
        .contains("'../../sha256' lies outside the model's folder");
  }

  @Test
  void wheelsThatAreNotWhatTheySayAreRefused() throws IOException {
    Path leaving = wheel("tiny/../../../out.xml", "<mujoco/>");
    assertThatThrownBy(() -> Wheels.install(leaving, TINY)).hasMessageContaining("leaves");
    assertThat(folder.resolve("home/wheels")).isEmptyDirectory();
    Path other = wheel();
    assertThatThrownBy(() -> Wheels.install(other, new WheelName("tiny_robots", "1.3")))
        .hasMessageContaining("is not the wheel tiny_robots==1.3");
    assertThatThrownBy(() -> Wheels.install(other, new WheelName("dm_control", "1.0.50")))
        .hasMessageContaining("must have 5434e1e5")
        .hasMessageContaining("altered");
    assertThat(folder.resolve("home/wheels")).isEmptyDirectory();
  }

  @Test
  void oneWheelHasManySpellings() throws IOException {
    Wheels.install(wheel(), TINY);
    assertThat(Wheels.find(new WheelName("Tiny.Robots", "1.2"))).isPresent();
    assertThat(Wheels.pinned(new WheelName("gymnasium_robotics", "1.4.2"))).isPresent();
    assertThat(WheelName.parse("tiny_robots")).isEmpty();
    assertThat(WheelName.parse("-r==1")).isEmpty();
  }

  @Test
  void menagerieIsACheckoutByPath() throws IOException, TaskException {
    assertThat(problem("menagerie:ball/scene.xml")).contains("set MUJOCO_MENAGERIE");
    Path checkout = folder.resolve("menagerie");
    TaskFiles.write(checkout, Map.of("ball/scene.xml", TaskFiles.BALL));
    System.setProperty("guerdon.menagerie", checkout.toString());
    Task task = task("menagerie:ball/scene.xml", WheelFetcher.NONE);
    assertThat(task.model()).isEqualTo(checkout.resolve("ball/scene.xml"));
    assertThat(problem("menagerie:ball/scen.xml")).contains("did you mean 'ball/scene.xml'?");
    assertThat(problem("menagerie:../secret.xml")).contains("leaves MUJOCO_MENAGERIE");
  }
}
