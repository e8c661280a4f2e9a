package io.github.guerdon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All that docs/tasks.md shows works as it stands there. */
final class TaskPageTest {

  private static final Pattern BLOCK =
      Pattern.compile("^```(\\w*)\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern COMMAND = Pattern.compile("bin/guerdon ([^`\n#]+)");
  private static final Pattern SECTION = Pattern.compile("(?m)^(?=\\w+:)");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  /** A model that has all that the page's pieces of task files speak of. */
  private static final String WORKSHOP =
      """
      <mujoco>
        <compiler autolimits="true"/>
        <default>
          <joint damping="1" armature="0.1"/>
          <default class="free"><geom contype="0" conaffinity="0" size="0.05"/></default>
        </default>
        <worldbody>
          <geom type="plane" size="5 5 1"/>
          <body name="torso" pos="0 0 0.5">
            <freejoint name="root"/>
            <geom size="0.1"/>
            <site name="tip" pos="0.1 0 0"/>
            <body name="limb" pos="0.2 0 0"><joint name="hinge" axis="0 1 0"/><geom size="0.05"/></body>
          </body>
          <body childclass="free" pos="0 2 1">
            <joint name="shoulder" axis="0 0 1"/>
            <geom pos="0.1 0 0"/>
          </body>
          <body childclass="free"><joint name="target_x" type="slide" axis="1 0 0"/>
            <joint name="target_y" type="slide" axis="0 1 0"/><geom/></body>
          <body childclass="free"><joint name="slide_x" type="slide" axis="1 0 0"/>
            <joint name="slide_y" type="slide" axis="0 1 0"/><geom/></body>
          <body childclass="free"><joint name="colour" type="slide" axis="1 0 0"/><geom/></body>
          <body name="goal" mocap="true"/>
          <body name="target" mocap="true"/>
        </worldbody>
        <tendon><fixed name="bend"><joint joint="shoulder" coef="1"/></fixed></tendon>
        <actuator>
          <position name="wag" joint="shoulder" kp="5" ctrlrange="-1 1"/>
          <position name="kick" joint="hinge" kp="5" ctrlrange="-1 1"/>
        </actuator>
        <sensor><jointpos name="felt" joint="shoulder"/></sensor>
        <keyframe>
          <key name="home" qpos="0 0 0.5 1 0 0 0 0 0 0.2 0.2 0 0 0" ctrl="0 0"/>
        </keyframe>
      </mujoco>
      """;

  private static final String TASK =
      """
      name: pieces
      about: Show a piece of the page.
      model: workshop.xml
      control: { frame_skip: 5 }
      episode:
        steps: 20
      observe: [ qpos ]
      fitness: { maximize: length }
      training: { steps: 1000 }
      """;

  @TempDir private Path folder;

  private static String page() {
    try {
      return Files.readString(Path.of("../docs/tasks.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> blocks(String language) {
    return BLOCK
        .matcher(page())
        .results()
        .filter(block -> block.group(1).equals(language))
        .map(block -> block.group(2))
        .toList();
  }

  private static String first(String language) {
    return blocks(language).get(0);
  }

  /** The pieces of task files, without the whole one that comes first. */
  static Stream<String> pieces() {
    return blocks("yaml").stream().skip(1);
  }

  static Stream<String> commands() {
    return COMMAND.matcher(page()).results().map(found -> found.group(1).strip());
  }

  static Stream<String> slices() {
    return page()
        .lines()
        .dropWhile(line -> !line.startsWith("| written |"))
        .skip(2)
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> line.split("\\|", -1)[1])
        .flatMap(cell -> CODE.matcher(cell).results())
        .map(found -> found.group(1));
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static void works(String... command) {
    Shell.Result result = Shell.run(command);
    assertThat(result.exit()).as(result.err() + result.out()).isZero();
  }

  @Test
  void firstTaskOfThePageIsCheckedShownReviewedAndTrained() throws IOException {
    write("arm.xml", first("xml"));
    String task = write("task.yaml", first("yaml"));
    String reward = write("Reward.java", first("java"));
    Shell.Result check = Shell.run("tasks", "check", task);
    assertThat(check.exit()).as(check.err() + check.out()).isZero();
    assertThat(check.out())
        .contains("observation 6 numbers", "1000 random steps")
        .doesNotContain("MuJoCo warned");
    works("tasks", "show", task);
    works("review", reward, "--task", task);
    String out = folder.resolve("trainings").toString();
    works("train", task, "--reward", reward, "--steps", "2048", "--out", out);
  }

  @Test
  void taskForThePagesArmIsWrittenAndSound() throws IOException {
    String model = write("arm.xml", first("xml"));
    works("tasks", "new", model);
    works("tasks", "check", folder.resolve("arm.yaml").toString());
  }

  @Test
  void whatThePageVariesCanBeVariedInItsFirstTask() throws IOException {
    String vary = pieces().filter(piece -> piece.startsWith("vary:")).findFirst().orElseThrow();
    write("arm.xml", first("xml").replace("damping=", "armature=\"0.01\" damping="));
    works("tasks", "check", write("task.yaml", first("yaml") + vary));
  }

  @ParameterizedTest
  @MethodSource("pieces")
  void pieceOfATaskFileWorksInATask(String piece) throws IOException {
    Map<String, String> sections = new LinkedHashMap<>();
    for (String section : SECTION.split(TASK, -1)) {
      sections.put(key(section), section);
    }
    for (String section : SECTION.split(piece, -1)) {
      if (key(section).equals("start")) {
        sections.merge("episode", section.indent(2), String::concat);
      } else {
        sections.put(key(section), section);
      }
    }
    write("workshop.xml", WORKSHOP);
    works("tasks", "check", write("task.yaml", String.join("", sections.values())));
  }

  private static String key(String section) {
    return section.substring(0, section.indexOf(':'));
  }

  @Test
  void slicesOfThePageAreTaken() throws IOException {
    write("workshop.xml", WORKSHOP);
    String items = slices().map(slice -> "  - \"" + slice + "\"\n").collect(Collectors.joining());
    assertThat(items.lines()).hasSizeGreaterThan(10);
    String task = TASK.replace("observe: [ qpos ]\n", "observe:\n" + items);
    works("tasks", "check", write("task.yaml", task));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void commandOfThePageIsUnderstood(String command) {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Terminal terminal = Terminal.of(nowhere, nowhere, Map.of(), false);
    String[] arguments = command.replace("VERSION", "1.0").split(" +", -1);
    assertThatCode(() -> Main.commandLine(new Guerdon(), terminal, Map.of()).parseArgs(arguments))
        .as(command)
        .doesNotThrowAnyException();
  }

  @Test
  void everyBlockOfThePageIsRunByATest() {
    assertThat(BLOCK.matcher(page()).results().map(MatchResult::group))
        .allMatch(
            block ->
                block.startsWith("```yaml\n")
                    || block.equals("```xml\n" + first("xml") + "```")
                    || block.equals("```java\n" + first("java") + "```")
                    || block
                        .lines()
                        .skip(1)
                        .allMatch(l -> l.equals("```") || l.startsWith("bin/guerdon ")));
    assertThat(pieces()).hasSizeGreaterThan(5);
    assertThat(commands()).hasSizeGreaterThan(10);
  }
}
