package io.github.guerdon.env.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.guerdon.env.JavacExpressions;
import io.github.guerdon.env.Task;
import io.github.guerdon.env.TaskFiles;
import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.reward.slot.SlotTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StartTest {

  private static final int WORLDS = 2000;
  private static final String MJCF =
      """
      <mujoco>
        <worldbody>
          <body name="drone"><freejoint name="root"/><geom size="0.1"/></body>
          <body name="wrist" pos="2 0 0"><joint name="wrist" type="ball"/><geom size="0.1"/></body>
          <body name="target">
            <joint name="x" type="slide" axis="1 0 0" ref="0.5"/>
            <joint name="y" type="slide" axis="0 1 0" ref="-0.5"/>
            <joint name="pick" type="slide" axis="0 0 1"/>
            <geom size="0.01"/>
          </body>
        </worldbody>
        <keyframe>
          <key name="home" qpos="1 2 3 1 0 0 0 1 0 0 0 7 8 9" qvel="1 2 3 4 5 6 7 8 9 10 11 12"/>
        </keyframe>
      </mujoco>
      """;

  @TempDir Path folder;

  private Task task(String start) throws TaskException {
    String yaml =
        """
        name: start
        about: Begin.
        model: model.xml
        control: {}
        episode:
          steps: 5
          start:
        """
            + start.indent(4)
            + """
        observe: [ qpos, qvel ]
        fitness: { maximize: length }
        training: { steps: 100 }
        """;
    Path file = TaskFiles.write(folder, Map.of("task.yaml", yaml, "model.xml", MJCF));
    return Task.load(file.toString(), new JavacExpressions());
  }

  /** Returns first states, qpos then qvel, of many worlds. */
  private List<double[]> starts(String start) throws TaskException {
    return starts(start, WORLDS);
  }

  private List<double[]> starts(String start, int worlds) throws TaskException {
    try (VectorEnvironment env =
        VectorEnvironment.open(task(start), new SlotTable(List.of(), List.of()), worlds, 1, 3)) {
      env.reset();
      return IntStream.range(0, worlds).mapToObj(env::exactObservation).toList();
    }
  }

  private static double mean(List<double[]> rows, ToDoubleFunction<double[]> of) {
    return rows.stream().mapToDouble(of).average().orElseThrow();
  }

  @Test
  void diskIsUniformOverItsAreaAroundTheDefaultOrTheBase() throws TaskException {
    List<double[]> around = starts("qpos: { \"x, y\": disk(0.2) }");
    List<double[]> absolute = starts("qpos: { \"y, x\": 1 + disk(0.2) }");
    assertThat(around)
        .allMatch(row -> Math.hypot(row[11] - 0.5, row[12] + 0.5) <= 0.2)
        .allMatch(row -> row[13] == 0);
    assertThat(absolute).allMatch(row -> Math.hypot(row[11] - 1, row[12] - 1) <= 0.2);
    // Of a disk's area, a quarter lies within half its radius; the mean radius is two thirds.
    assertThat(mean(around, r -> Math.hypot(r[11] - 0.5, r[12] + 0.5) < 0.1 ? 1 : 0))
        .isCloseTo(0.25, within(0.04));
    assertThat(mean(around, r -> Math.hypot(r[11] - 0.5, r[12] + 0.5)))
        .isCloseTo(0.2 * 2 / 3, within(0.003));
    assertThat(mean(around, r -> r[11])).isCloseTo(0.5, within(0.01));
  }

  @Test
  void choicePicksEachWithTheSameChance() throws TaskException {
    List<double[]> rows = starts("qpos: { pick: \"choice(-1, 0, 2)\" }");
    for (double value : new double[] {-1, 0, 2}) {
      assertThat(mean(rows, r -> r[13] == value ? 1 : 0)).isCloseTo(1.0 / 3, within(0.05));
    }
  }

  @Test
  void jointsWithSeveralNumbersTakeAListOrParts() throws TaskException {
    double[] row =
        starts(
                "qpos: { root: [1, 2, 3, 0, 1, 0, 0], \"wrist[0]\": 0, \"wrist[1:3]\": 0.5 }\nqvel: { \"root[5]\": 9, wrist: \"uniform(4, 4)\" }")
            .get(0);
    assertThat(row)
        .containsExactly(
            1, 2, 3, 0, 1, 0, 0, 0, 0.5, 0.5, 0, 0.5, -0.5, 0, 0, 0, 0, 0, 0, 9, 4, 4, 4, 0, 0, 0);
  }

  @Test
  void keyframeTakesThePlaceOfTheDefaults() throws TaskException {
    double[] row = starts("key: home\nqpos: { \"x, y\": disk(0), pick: 1 }").get(0);
    assertThat(row)
        .containsExactly(
            1, 2, 3, 1, 0, 0, 0, 1, 0, 0, 0, 7, 8, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
  }

  @Test
  void startsAreDrawnAgainUntilTheyMeetTheCondition() throws TaskException {
    String draws = "qpos: { x: \"0 + uniform(-1, 1)\", y: \"0 + uniform(-1, 1)\" }\n";
    List<double[]> all = starts(draws);
    List<double[]> outside =
        starts(
            draws
                + "until: Math.hypot(after.joint(\"x\").position(), after.joint(\"y\").position()) > 0.8");
    assertThat(outside).allMatch(row -> Math.hypot(row[11], row[12]) > 0.8);
    assertThat(all).anyMatch(row -> Math.hypot(row[11], row[12]) < 0.8);
    // What a world draws first is kept where it is good enough.
    for (int world = 0; world < WORLDS; world++) {
      if (Math.hypot(all.get(world)[11], all.get(world)[12]) > 0.8) {
        assertThat(outside.get(world)).isEqualTo(all.get(world));
      }
    }
  }

  @Test
  void conditionThatNoDrawMeetsIsTold() {
    assertThatThrownBy(() -> starts("until: after.joint(\"x\").position() > 3", 2))
        .hasMessage(
            "task start: none of 1000 drawn starts meets episode.start.until; widen the draws or loosen the condition");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "qpos: { x: disk(1) } | 8:16: a disk sets two numbers, not 1; name them, such as \"target_x, target_y\": disk(0.2)",
        "qpos: { \"x, z\": disk(1) } | 8:21: unknown joint 'z'; did you mean 'x'?",
        "qpos: { x: \"disk(1, 2)\" } | 8:17: disk takes its radius alone, not 2 numbers",
        "qpos: { x: disc(1) } | 8:16: unknown distribution 'disc'; did you mean 'disk'?",
        "qpos: { root: [1, 2, 3, 4, 5, 6, 7, 8] } | 8:41: 'root[7]' takes nothing: joint 'root' has 7 numbers",
        "key: hone | 8:10: unknown keyframe 'hone'; did you mean 'home'?",
        "until: [ 1 ] | 8:12: 'episode.start.until' is a list, must be a text on one line",
        "qpos: { x: \"choice()\" } | 8:17: 'choice()' is not understood; write a number, uniform(low, high), normal(mean, sd), disk(radius), choice(a, b, …) or base + one of these",
      })
  void mistakenStartIsToldWithItsPlace(String start, String problem) {
    assertThatThrownBy(() -> task(start)).hasMessageEndingWith("task.yaml:" + problem);
  }

  @Test
  void whatADrawMeansIsPartOfTheIdentity() throws TaskException {
    String plain = task("qpos: { x: \"choice(1, 2)\" }").identity();
    assertThat(task("qpos: { x: \"choice(1, 3)\" }").identity()).isNotEqualTo(plain);
    assertThat(task("qpos: { x: \"choice(1, 2)\" }\nkey: home").identity()).isNotEqualTo(plain);
    assertThat(task("qpos: { x: \"choice(1, 2)\" }\nuntil: true").identity()).isNotEqualTo(plain);
    assertThat(task("qpos: { x: \"choice(1, 2)\" }").identity()).isEqualTo(plain);
  }
}
