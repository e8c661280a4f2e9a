package io.github.guerdon.env.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.guerdon.env.JavacExpressions;
import io.github.guerdon.env.Task;
import io.github.guerdon.env.TaskFiles;
import io.github.guerdon.env.Vocabulary;
import io.github.guerdon.env.VocabularyReader;
import io.github.guerdon.env.file.TaskException;
import io.github.guerdon.mujoco.Model;
import io.github.guerdon.reward.slot.SlotTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code record_fields.py} recorded what MuJoCo's own Python bindings give for each slice. */
final class FieldSliceTest {

  @TempDir Path folder;

  private static String resource(String name) {
    try (InputStream in = FieldSliceTest.class.getResourceAsStream("/fields/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Task observing(List<String> items) throws TaskException {
    String yaml =
        """
        name: look
        about: Look at everything.
        model: creature.xml
        control: { derived: gymnasium }
        episode: { steps: 10 }
        fitness: { maximize: length }
        training: { steps: 100 }
        observe:
        """
            + items.stream().map(i -> "  - \"" + i + "\"\n").collect(Collectors.joining());
    Path file =
        TaskFiles.write(
            folder, Map.of("task.yaml", yaml, "creature.xml", resource("creature.xml")));
    return Task.load(file.toString(), new JavacExpressions());
  }

  private static double[] numbers(String text) {
    return Arrays.stream(text.strip().split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  private static double[] see(Task task, double[] state) {
    SlotTable nothing = new SlotTable(List.of(), List.of());
    try (VectorEnvironment env = VectorEnvironment.open(task, nothing, 2, 1, 1)) {
      env.reset();
      env.restore(1, state);
      return env.exactObservation(1);
    }
  }

  @Test
  void slicesOfEveryFieldAreThoseOfMujocosPython() throws TaskException {
    List<String> lines = resource("creature.txt").lines().toList();
    List<String[]> recorded = lines.stream().skip(1).map(line -> line.split(" \\| ")).toList();
    Task task = observing(recorded.stream().map(r -> r[0]).toList());
    double[] seen = see(task, numbers(lines.get(0)));
    int at = 0;
    for (String[] one : recorded) {
      double[] expected = numbers(one[1]);
      assertThat(Arrays.copyOfRange(seen, at, at + expected.length))
          .as(one[0])
          .containsExactly(expected, within(1e-9));
      at += expected.length;
    }
    assertThat(seen).hasSize(at);
    assertThat(task.observationSize()).isEqualTo(at);
  }

  @Test
  void fieldsAreClippedNumberByNumber() throws TaskException {
    double[] state = numbers(resource("creature.txt").lines().findFirst().orElseThrow());
    double[] plain = see(observing(List.of("cfrc_ext[1:]")), state);
    double[] clipped = see(observing(List.of("clip(cfrc_ext[1:], -1, 1)")), state);
    assertThat(clipped)
        .containsExactly(Arrays.stream(plain).map(v -> Math.max(-1, Math.min(1, v))).toArray());
    assertThat(plain).isNotEqualTo(clipped);
    assertThat(see(observing(List.of("clip(xpos['hand', :2], 0, 0.1)")), state)).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "qpos[13:] | 'qpos[13:]' is not understood or takes nothing: qpos has 13 numbers; write it like qpos[1:]",
        "xpos[1, 3] | 'xpos[1, 3]' is not understood or takes nothing: xpos has 6 rows of 3 numbers; write it like xpos[1:] or xpos[1, :2]",
        "xpos[:, 2] | 'xpos[:, 2]' takes a part of several rows; take whole rows, or write an item for each row",
        "qpos[::2] | 'qpos[::2]' is not understood or takes nothing: qpos has 13 numbers; write it like qpos[1:]",
        "qpoz[1:] | unknown field 'qpoz'; did you mean 'qpos'?",
        "xpos['hnad'] | 'xpos['hnad']': unknown body 'hnad'; did you mean 'hand'?",
        "act['muscle'] | 'act['muscle']': rows of act have no names; count them from 0",
      })
  void mistakenSliceIsToldWithItsPlaceAndWhatToDo(String slice, String problem) {
    assertThatThrownBy(() -> observing(List.of("qvel", slice)))
        .hasMessageEndingWith("task.yaml:10:6: " + problem);
  }

  @Test
  void emptyFieldIsTold() {
    try (Model model = Model.parse("<mujoco><worldbody/></mujoco>")) {
      Vocabulary empty = VocabularyReader.read(model, 1);
      assertThat(empty.slice("sensordata")).isEmpty();
      assertThat(empty.sliceProblem("sensordata"))
          .isEqualTo("'sensordata': sensordata is empty in this model; remove it");
      assertThat(empty.slice("xpos")).isPresent();
    } catch (TaskException e) {
      throw new AssertionError(e);
    }
  }
}
