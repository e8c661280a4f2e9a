package io.github.guerdon.generator.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.guerdon.generator.batch.ExperimentOutcome.Broken;
import io.github.guerdon.generator.batch.ExperimentOutcome.Done;
import io.github.guerdon.generator.batch.ExperimentOutcome.Stopped;
import io.github.guerdon.generator.batch.ExperimentOutcome.Why;
import io.github.guerdon.generator.batch.ExperimentResult.Identity;
import io.github.guerdon.generator.batch.Judged.Verdict;
import io.github.guerdon.generator.run.RunException;
import io.github.guerdon.generator.search.Cancellation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BatchTest {

  private static final BatchPlan PLAN = Results.plan(Results.FIRST, Results.SECOND);
  private static final Identity ONE = new Identity("task", "settings");

  @TempDir private Path folder;

  private final Cancellation cancellation = new Cancellation();
  private final List<String> ran = Collections.synchronizedList(new ArrayList<>());
  private final List<String> heard = Collections.synchronizedList(new ArrayList<>());

  private BatchReport run(Experimenter experimenter) throws Exception {
    try (BatchDirectory directory = open(ONE)) {
      return Batch.run(
          PLAN,
          directory,
          (experiment, path) -> {
            ran.add(experiment.name());
            make(path);
            return experimenter.run(experiment, path);
          },
          2,
          cancellation,
          Optional.empty(),
          new BatchListener() {
            @Override
            public void begun(Experiment experiment) {}

            @Override
            public void ended(Experiment experiment, ExperimentOutcome outcome, boolean known) {
              heard.add(experiment.name() + (known ? " known" : " ended"));
            }
          },
          Instant.EPOCH);
    }
  }

  private static void make(Path path) {
    try {
      Files.createDirectories(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private BatchDirectory open(Identity second) throws Exception {
    return BatchDirectory.open(
        folder.resolve("batch"), Map.of(Results.FIRST.name(), ONE, Results.SECOND.name(), second));
  }

  private static ExperimentOutcome done() {
    return new Done(Results.result(Results.fresh(3, 0.8, 0.81, 0.82)));
  }

  @Test
  void allExperimentsRunAndTheReportIsWritten() throws Exception {
    BatchReport report = run((experiment, path) -> done());
    assertThat(report.experiments())
        .extracting(Judged::experiment)
        .containsExactly(Results.FIRST, Results.SECOND);
    assertThat(report.count(Verdict.PASSED)).isEqualTo(2);
    report
        .files()
        .forEach(
            (name, text) -> assertThat(folder.resolve("batch").resolve(name)).hasContent(text));
  }

  @Test
  void sameBatchAgainRunsOnlyWhatIsNotDone() throws Exception {
    BatchReport before =
        run(
            (experiment, path) ->
                experiment.equals(Results.FIRST) ? done() : new Stopped(Why.INTERRUPTED));
    assertThat(before.count(Verdict.STOPPED)).isEqualTo(1);
    ran.clear();
    heard.clear();
    BatchReport after = run((experiment, path) -> done());
    assertThat(ran).containsExactly(Results.SECOND.name());
    assertThat(heard)
        .containsExactlyInAnyOrder(
            Results.FIRST.name() + " known", Results.SECOND.name() + " ended");
    assertThat(after.count(Verdict.PASSED)).isEqualTo(2);
  }

  @Test
  void brokenExperimentLeavesTheOthersAlone() throws Exception {
    BatchReport report =
        run(
            (experiment, path) ->
                experiment.equals(Results.FIRST) ? new Broken("disk full", false) : done());
    assertThat(report.experiments())
        .extracting(Judged::verdict)
        .containsExactly(Verdict.BROKEN, Verdict.PASSED);
    assertThat(report.experiments().get(0).messages()).containsExactly("disk full");
  }

  @Test
  void stoppedBatchBeginsNothingMore() throws Exception {
    cancellation.expire();
    BatchReport report = run((experiment, path) -> done());
    assertThat(ran).isEmpty();
    assertThat(report.experiments())
        .extracting(Judged::outcome)
        .containsOnly(new Stopped(Why.TIME));
  }

  @Test
  void mistakeOfTheProgramEndsTheBatchAndStopsTheRest() {
    assertThatThrownBy(
            () ->
                run(
                    (experiment, path) -> {
                      throw new IllegalStateException("a bug");
                    }))
        .hasMessage("a bug");
    assertThat(cancellation.cancelled()).isTrue();
  }

  @Test
  void folderOfAnotherBatchIsLeftAlone() throws Exception {
    open(ONE).close();
    assertThatThrownBy(() -> open(new Identity("task", "other")))
        .isInstanceOf(BatchException.class)
        .hasMessageContaining(
            "was begun as another batch: 1 of its experiments differ, such as push");
    Files.createDirectories(folder.resolve("thesis"));
    Files.writeString(folder.resolve("thesis/text"), "mine");
    assertThatThrownBy(() -> BatchDirectory.open(folder.resolve("thesis"), Map.of()))
        .hasMessageContaining("is not empty and holds no batch");
  }

  @Test
  void secondProcessIsToldWhoHoldsTheBatch() throws Exception {
    try (BatchDirectory directory = open(ONE)) {
      assertThat(directory.path()).exists();
      assertThatThrownBy(() -> open(ONE))
          .isInstanceOfSatisfying(
              RunException.class, e -> assertThat(e.kind()).isEqualTo(RunException.Kind.HELD))
          .hasMessageContaining(
              "process " + ProcessHandle.current().pid() + " works on this batch");
    }
    open(ONE).close();
  }

  @Test
  void damagedResultIsNamed() throws Exception {
    run((experiment, path) -> done());
    Path file;
    try (BatchDirectory directory = open(ONE)) {
      file = directory.run(Results.FIRST).resolve("experiment.json");
    }
    Files.writeString(file, "{\"fresh\": {}, \"reason\": \"COMPLETED\"}");
    assertThatThrownBy(() -> run((experiment, path) -> done()))
        .isInstanceOf(BatchException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("remove it");
  }
}
