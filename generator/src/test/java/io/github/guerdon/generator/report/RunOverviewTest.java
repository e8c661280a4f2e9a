package io.github.guerdon.generator.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.guerdon.generator.design.ScriptedDesigner;
import io.github.guerdon.generator.run.Caps;
import io.github.guerdon.generator.run.RunDirectory;
import io.github.guerdon.generator.run.RunException;
import io.github.guerdon.generator.run.RunLeftovers;
import io.github.guerdon.generator.search.Cancellation;
import io.github.guerdon.generator.search.Fakes;
import io.github.guerdon.generator.search.Laboratory;
import io.github.guerdon.generator.search.RunPolicies;
import io.github.guerdon.generator.search.Search;
import io.github.guerdon.generator.search.SearchListener;
import io.github.guerdon.generator.search.TrainingRoom;
import io.github.guerdon.sandbox.record.TrainingRecords;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunOverviewTest {

  @TempDir private Path folder;

  private final Fakes.Room room = new Fakes.Room();

  private SearchResult search(String name, String... sources) throws Exception {
    try (RunDirectory run =
        RunDirectory.create(folder.resolve(name), Fakes.record(Fakes.settings(), Caps.none()))) {
      return Search.run(
          new Laboratory(
              Fakes.task(),
              new ScriptedDesigner(List.of(List.of(sources))),
              Fakes::review,
              room,
              run,
              SearchListener.silent(),
              new Cancellation(),
              () -> 0));
    }
  }

  private RunOverview read(String name) throws RunException {
    return RunOverview.read(folder.resolve(name));
  }

  @Test
  void storedRunTellsWhatTheSearchReturned() throws Exception {
    SearchResult result = search("run", "score 0.9", "score 0.2");
    RunOverview overview = read("run");
    assertThat(overview.ended()).contains(result.reason());
    assertThat(overview.winner().orElseThrow().id()).isEqualTo("g0c0");
    assertThat(overview.winner().orElseThrow().search())
        .isEqualTo(result.winner().orElseThrow().search());
    assertThat(overview.fresh()).isEqualTo(result.winner().orElseThrow().fresh());
    assertThat(overview.baselines()).isEqualTo(result.baselines());
    assertThat(overview.trainings()).isEqualTo(result.trainings());
    assertThat(overview.steps()).isEqualTo(result.steps());
    assertThat(overview.seconds()).isEqualTo(1.25 * result.trainings());
  }

  @Test
  void winnersOfTwoRunsAreComparedOnTheirFreshSeeds() throws Exception {
    search("good", "score 0.9");
    search("bad", "score 0.2");
    Comparison comparison = read("good").against(read("bad")).orElseThrow();
    assertThat(comparison.improvement()).isEqualTo(1);
    assertThat(comparison.standing()).isEqualTo(Comparison.Standing.ABOVE);
    assertThat(read("bad").against(read("good")).orElseThrow().improvement()).isZero();
  }

  @Test
  void runThatHasNotEndedHasNoWinner() throws Exception {
    RunDirectory.create(folder.resolve("new"), Fakes.record(Fakes.settings(), Caps.none())).close();
    search("good", "score 0.9");
    assertThat(read("new").ended()).isEmpty();
    assertThat(read("new").winner()).isEmpty();
    assertThat(read("good").against(read("new"))).isEmpty();
  }

  @Test
  void leftoversAreThePoliciesOfWhoDidNotWin() throws Exception {
    search("run", "score 0.9", "score 0.2");
    for (TrainingRoom.Order order : room.trained) {
      Files.createDirectories(order.directory());
      Files.writeString(new TrainingRecords(order.directory()).policy(), "weights");
      Files.writeString(order.directory().resolve("result.json"), "{}");
    }
    Path run = folder.resolve("run");
    List<Path> files = RunLeftovers.find(run);
    // One training in the search and two that chose the winner.
    assertThat(files).isNotEmpty().allMatch(f -> f.endsWith("policy.safetensors"));
    RunLeftovers.delete(run);
    assertThat(RunLeftovers.find(run)).isEmpty();
    assertThat(RunPolicies.find(run, "identity", Optional.empty())).isNotEmpty();
    assertThat(RunPolicies.find(run, "identity", Optional.of("official"))).isNotEmpty();
    assertThatThrownBy(() -> RunPolicies.find(run, "identity", Optional.of("g0c1")))
        .hasMessageContaining("holds no policy of 'g0c1'");
    assertThat(room.trained).allMatch(o -> Files.exists(o.directory().resolve("result.json")));
  }

  @Test
  void runThatHasNotEndedIsLeftAlone() throws Exception {
    RunDirectory.create(folder.resolve("new"), Fakes.record(Fakes.settings(), Caps.none())).close();
    assertThat(RunLeftovers.find(folder.resolve("new"))).isEmpty();
  }

  @Test
  void runThatSomebodyWorksOnIsNotCleaned() throws Exception {
    search("run", "score 0.9", "score 0.2");
    try (RunDirectory held = RunDirectory.resume(folder.resolve("run"))) {
      assertThatThrownBy(() -> RunLeftovers.delete(held.path()))
          .isInstanceOfSatisfying(
              RunException.class, e -> assertThat(e.kind()).isEqualTo(RunException.Kind.HELD));
    }
  }
}
