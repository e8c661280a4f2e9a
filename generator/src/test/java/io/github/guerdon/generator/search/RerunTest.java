package io.github.guerdon.generator.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.guerdon.generator.design.ScriptedDesigner;
import io.github.guerdon.generator.run.Caps;
import io.github.guerdon.generator.run.RunDirectory;
import io.github.guerdon.sandbox.training.TrainingListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RerunTest {

  @TempDir private Path folder;

  private Path run = Path.of("");

  @BeforeEach
  void search() throws Exception {
    run = folder.resolve("run");
    try (RunDirectory directory =
        RunDirectory.create(run, Fakes.record(Fakes.settings(), Caps.none()))) {
      Search.run(
          new Laboratory(
              Fakes.task(),
              new ScriptedDesigner(List.of(List.of("score 1", "refuse it", "diverge"))),
              Fakes::review,
              new Fakes.Room(),
              directory,
              SearchListener.silent(),
              new Cancellation(),
              () -> 0));
    }
  }

  @Test
  void sameCodeGivesTheRecordedResultsWithTheRecordedSeeds() throws Exception {
    List<Rerun.Pair> pairs = again("g0c0");
    // One training in the search, for it never comes twice, and three fresh ones.
    assertThat(pairs).hasSize(4).allMatch(Rerun.Pair::same);
    assertThat(pairs).extracting(Rerun.Pair::seed).doesNotHaveDuplicates();
  }

  @Test
  void divergedTrainingIsComparedToo() throws Exception {
    assertThat(again("g0c2")).hasSize(1).allMatch(Rerun.Pair::same);
  }

  @Test
  void changedRewardWasNeverTrained() throws Exception {
    Files.writeString(run.resolve("candidates/g0c0/Reward.java"), "score 2");
    assertThatThrownBy(() -> again("g0c0")).hasMessageContaining("was never trained to its end");
  }

  @Test
  void refusedCandidateIsReviewedAgain() {
    assertThatThrownBy(() -> again("g0c1")).hasMessageContaining("does not pass the critic");
  }

  @Test
  void candidateOutsideTheRunIsNotFound() {
    assertThatThrownBy(() -> again("../../run.json")).hasMessageContaining("has no candidate");
  }

  private List<Rerun.Pair> again(String id) throws Exception {
    return new Rerun(run, Fakes.task(), Fakes::review, new Fakes.Room())
        .candidate(id, folder.resolve("scratch"), TrainingListener.silent());
  }
}
