package io.github.guerdon.sandbox;

import static io.github.guerdon.sandbox.SandboxFixture.CARTPOLE;
import static io.github.guerdon.sandbox.SandboxFixture.GOOD;
import static io.github.guerdon.sandbox.SandboxFixture.job;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.guerdon.reward.slot.RewardProgram;
import io.github.guerdon.sandbox.SandboxFixture.Heard;
import io.github.guerdon.sandbox.training.Job;
import io.github.guerdon.sandbox.training.Outcome;
import io.github.guerdon.sandbox.training.SandboxException;
import io.github.guerdon.sandbox.training.SandboxSettings;
import io.github.guerdon.sandbox.training.TrainingListener;
import io.github.guerdon.sandbox.training.TrainingResult;
import io.github.guerdon.sandbox.training.TrainingSettings;
import io.github.guerdon.sandbox.training.WeakSandboxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SandboxTest {

  @TempDir private Path folder;

  @Test
  void resultsAreBitIdenticalWithOneAndTwoTrainersAndAnyThreads() throws IOException {
    List<String> bodies =
        List.of(GOOD, "terms.add(\"calm\", -Math.abs(after.joint(\"hinge\").velocity()));");
    List<TrainingResult> one = train(new SandboxSettings(1, 1), bodies, "one");
    List<TrainingResult> two = train(new SandboxSettings(2, 2), bodies, "two");

    for (int i = 0; i < bodies.size(); i++) {
      assertThat(one.get(i).score()).isEqualTo(two.get(i).score());
      assertThat(one.get(i).curve()).isEqualTo(two.get(i).curve());
      assertThat(one.get(i).terms()).isEqualTo(two.get(i).terms());
      assertThat(Files.readAllBytes(folder.resolve("one" + i).resolve("policy.safetensors")))
          .isEqualTo(Files.readAllBytes(folder.resolve("two" + i).resolve("policy.safetensors")));
    }
    assertThat(one.get(0).score()).isNotEqualTo(one.get(1).score());
  }

  private List<TrainingResult> train(SandboxSettings settings, List<String> bodies, String name) {
    try (Sandbox sandbox = Sandbox.open(settings)) {
      List<Job> jobs =
          List.of(
              job(folder, name + 0, bodies.get(0), 9_000),
              job(folder, name + 1, bodies.get(1), 9_000));
      return sandbox.train(jobs, TrainingListener.silent()).stream()
          .map(outcome -> ((Outcome.Completed) outcome).result())
          .toList();
    }
  }

  @Test
  void cartPoleSwingsHigherAfterAShortTraining() {
    RewardProgram official = JavacPrograms.baseline(CARTPOLE, "official");
    TrainingSettings settings = TrainingSettings.of(CARTPOLE).withSteps(60_000);
    Job job =
        new Job("j", CARTPOLE, official, 1, settings, folder.resolve("j"), Duration.ofMinutes(1));
    Heard heard = new Heard();
    try (Sandbox sandbox = Sandbox.open(new SandboxSettings(1, 1))) {
      Outcome outcome = sandbox.train(List.of(job), heard).get(0);

      TrainingResult result = ((Outcome.Completed) outcome).result();
      double first = result.curve().get(0).metrics().get("height");
      assertThat(result.score().metrics().get("height").mean()).isGreaterThan(first + 0.5);
      assertThat(result.ownReturn()).isGreaterThan(2 * result.curve().get(0).ownReturn());
      assertThat(result.curve()).hasSizeBetween(10, 20);
      assertThat(result.terms().get(0).share()).isEqualTo(1);
      assertThat(heard.outcomes).containsExactly(outcome);
      assertThat(heard.progress).isNotEmpty();
      assertThat(heard.lastReturn()).isPresent();
      assertThat(Set.copyOf(heard.threads)).containsExactly(Thread.currentThread());
    }
  }

  @Test
  void recordedResultIsReusedWithoutATrainer() {
    Job first = job(folder, "same", GOOD, 2_000);
    List<Outcome> outcomes;
    try (Sandbox sandbox = Sandbox.open(new SandboxSettings(1, 1))) {
      outcomes = sandbox.train(List.of(first), TrainingListener.silent());
    }
    Heard heard = new Heard();
    try (Sandbox sandbox = Sandbox.open(new SandboxSettings(1, 1))) {
      assertThat(sandbox.train(List.of(first), heard)).isEqualTo(outcomes);
      assertThat(heard.outcomes).isEqualTo(outcomes);
      assertThat(Processes.running(Processes.TRAINER)).isEmpty();
    }
  }

  @Test
  void equalJobsInOneFolderAreTrainedOnceAndDifferentOnesAreRefused() {
    Job job = job(folder, "a", GOOD, 2_000);
    Job twin =
        new Job("b", job.task(), job.program(), 1, job.settings(), job.directory(), job.deadline());
    Job other =
        new Job("c", job.task(), job.program(), 2, job.settings(), job.directory(), job.deadline());
    try (Sandbox sandbox = Sandbox.open(new SandboxSettings(2, 1))) {
      List<Outcome> outcomes = sandbox.train(List.of(job, twin), TrainingListener.silent());

      assertThat(outcomes).extracting(Outcome::job).containsExactly("a", "b");
      assertThat(((Outcome.Completed) outcomes.get(0)).result())
          .isEqualTo(((Outcome.Completed) outcomes.get(1)).result());
      assertThatThrownBy(() -> sandbox.train(List.of(job, other), TrainingListener.silent()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("share the folder");
      assertThatThrownBy(() -> sandbox.train(List.of(job, job), TrainingListener.silent()))
          .hasMessageContaining("two jobs have the id 'a'");
    }
  }

  @Test
  void folderThatCannotBeWrittenIsNamed() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    Job job = job(file, "x", GOOD, 2_000);
    try (Sandbox sandbox = Sandbox.open(new SandboxSettings(1, 1))) {
      assertThatThrownBy(() -> sandbox.train(List.of(job), TrainingListener.silent()))
          .isInstanceOf(SandboxException.class)
          .hasMessageContaining(file.toString());
    }
  }

  @Test
  void levelOfRewardProcessesComesWithItsProof() {
    try (Sandbox sandbox = Sandbox.open(new SandboxSettings(1, 1))) {
      int level = sandbox.sandboxLevel();

      assertThat(level).isBetween(1, 3);
      assertThat(sandbox.sandboxProof().get(0)).startsWith("level " + level + ": ");
      assertThat(sandbox.sandboxProof()).contains("system-call filter: mode 2");
    }
  }

  @Test
  void withoutASealNothingRunsUnlessItIsAllowed() {
    System.setProperty("guerdon.cell.strongest", "0");
    try (Sandbox strict = Sandbox.open(new SandboxSettings(1, 1));
        Sandbox weak = Sandbox.open(new SandboxSettings(1, 1).withWeakAllowed(true))) {
      Job job = job(folder, "weak", GOOD, 2_000);
      assertThatThrownBy(() -> strict.train(List.of(job), TrainingListener.silent()))
          .isInstanceOfSatisfying(WeakSandboxException.class, e -> assertThat(e.level()).isZero())
          .hasMessageContaining("--allow-weak-sandbox");
      assertThat(weak.sandboxLevel()).isZero();
      assertThat(weak.train(List.of(job), TrainingListener.silent()).get(0))
          .isInstanceOf(Outcome.Completed.class);
    } finally {
      System.clearProperty("guerdon.cell.strongest");
    }
  }
}
