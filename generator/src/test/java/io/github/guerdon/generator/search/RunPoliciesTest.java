package io.github.guerdon.generator.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.guerdon.generator.design.ScriptedDesigner;
import io.github.guerdon.generator.run.Caps;
import io.github.guerdon.generator.run.RunDirectory;
import io.github.guerdon.generator.run.RunException;
import io.github.guerdon.sandbox.record.TrainingRecords;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunPoliciesTest {

  @TempDir private Path folder;

  private Path run = Path.of("");

  @BeforeEach
  void search() throws Exception {
    run = folder.resolve("run");
    Fakes.Room room = new Fakes.Room();
    try (RunDirectory directory =
        RunDirectory.create(run, Fakes.record(Fakes.settings(), Caps.none()))) {
      Search.run(
          new Laboratory(
              Fakes.task(),
              new ScriptedDesigner(List.of(List.of("score 1", "score 0.3", "diverge"))),
              Fakes::review,
              room,
              directory,
              SearchListener.silent(),
              new Cancellation(),
              () -> 0));
    }
    for (TrainingRoom.Order order : room.trained) {
      Files.createDirectories(order.directory());
      Files.writeString(new TrainingRecords(order.directory()).policy(), order.id());
    }
  }

  private List<RunPolicies.Trained> find(String label) throws RunException {
    return RunPolicies.find(
        run, "identity", label.isEmpty() ? Optional.empty() : Optional.of(label));
  }

  @Test
  void winnersPoliciesComeFittestFirst() throws Exception {
    List<RunPolicies.Trained> found = find("");
    // One training in each of three generations, and three fresh ones.
    assertThat(found).hasSize(6).allMatch(p -> p.label().equals("g0c0"));
    assertThat(found)
        .isSortedAccordingTo(Comparator.comparingDouble(RunPolicies.Trained::fitness).reversed());
    assertThat(found).extracting(RunPolicies.Trained::seed).doesNotHaveDuplicates();
    assertThat(found).allMatch(p -> Files.isRegularFile(p.file()));
  }

  @Test
  void baselinesPoliciesAreFoundByName() throws Exception {
    assertThat(find("official")).isNotEmpty().allMatch(p -> p.fitness() > 0.7);
  }

  @Test
  void divergedTrainingsLeaveNoPolicy() {
    assertThatThrownBy(() -> find("g0c2"))
        .isInstanceOf(RunException.class)
        .hasMessageContaining("holds no policy of 'g0c2'; it has policies of [g0c0, g0c1,");
  }

  @Test
  void unknownLabelIsRefusedWithTheKnownOnes() {
    assertThatThrownBy(() -> find("g9c9"))
        .isInstanceOf(RunException.class)
        .hasMessageContaining("it has policies of [g0c0, g0c1,")
        .hasMessageContaining("official");
  }

  @Test
  void runOfAnotherTaskIsRefused() {
    assertThatThrownBy(() -> RunPolicies.find(run, "another", Optional.empty()))
        .isInstanceOf(RunException.class)
        .hasMessageContaining("another version of this task");
  }

  @Test
  void policyThatWasRemovedIsNotOffered() throws Exception {
    Path best = find("").get(0).file();
    Files.delete(best);
    assertThat(find("")).hasSize(5).noneMatch(p -> p.file().equals(best));
  }
}
