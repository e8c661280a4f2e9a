package io.github.guerdon.sandbox.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.guerdon.env.Task;
import io.github.guerdon.reward.slot.RewardProgram;
import io.github.guerdon.sandbox.JavacPrograms;
import io.github.guerdon.sandbox.TestJobs;
import io.github.guerdon.sandbox.TestSettings;
import io.github.guerdon.sandbox.cell.CellLauncher;
import io.github.guerdon.sandbox.cell.CellSettings;
import io.github.guerdon.sandbox.record.TrainingCheckpoint;
import io.github.guerdon.sandbox.record.TrainingIdentity;
import io.github.guerdon.sandbox.record.TrainingRecords;
import io.github.guerdon.sandbox.training.Job;
import io.github.guerdon.sandbox.training.Outcome;
import io.github.guerdon.sandbox.training.Rungs;
import io.github.guerdon.sandbox.training.Standing;
import io.github.guerdon.sandbox.training.TrainingListener.Progress;
import io.github.guerdon.sandbox.training.TrainingResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A training that is cut off goes on from its checkpoint and comes to the same numbers. */
final class TrainingResumeTest {

  private static final int UPDATES = 6;
  private static final int VERSION_AT = 2 + "guerdon-checkpoint".length() + 2 + 64 + 3;
  private static final int STEPS = UPDATES * 4 * 128;

  @SuppressWarnings("NullAway.Init") // Set before all tests.
  private static CellLauncher launcher;

  @TempDir Path folder;

  @BeforeAll
  static void open() {
    launcher = CellLauncher.open(CellSettings.defaults());
  }

  @AfterAll
  static void close() {
    launcher.close();
  }

  @ParameterizedTest
  @CsvSource({"cartpole-swingup, 1", "cartpole-swingup, 3", "cartpole-swingup, 5", "hopper-run, 4"})
  void whatWasCutOffComesToTheSame(String task, int update) throws IOException {
    Outcome whole = train(job(task, "whole"), heard -> {});
    cutOff(job(task, "cut"), update);
    assertThat(new TrainingRecords(folder.resolve("cut")).checkpoint()).exists();
    List<Long> steps = new ArrayList<>();
    Outcome resumed = train(job(task, "cut"), heard -> steps.add(heard.step()));

    assertThat(steps).as("goes on where it was").hasSize(UPDATES - update);
    same(whole, resumed);
    same("policy.safetensors");
    assertThat(metrics("cut")).isEqualTo(metrics("whole")).hasSize(UPDATES + 1);
    // Seconds differ, in numbers of a fixed length.
    assertThat(events("cut")).hasSize(events("whole").length);
    assertThat(new TrainingRecords(folder.resolve("cut")).checkpoint()).doesNotExist();
  }

  @Test
  void aTrainingThatPausesAtEachRungComesToTheSame() throws IOException {
    Job job = job("hopper-run", "cut");
    TrainingResult whole =
        ((Outcome.Completed) train(job("hopper-run", "whole"), heard -> {})).result();
    List<Outcome.Paused> pauses = new ArrayList<>();
    List<Long> steps = new ArrayList<>();
    for (int rung = 0; rung < Rungs.count(); rung++) {
      Job until = TestJobs.until(job, Rungs.step(rung, STEPS));
      pauses.add((Outcome.Paused) train(until, heard -> steps.add(heard.step())));
      assertThat(new TrainingRecords(job.directory()).find(until)).contains(pauses.get(rung));
      assertThat(new TrainingRecords(job.directory()).find(job)).isEmpty();
    }
    assertThat(new TrainingRecords(job.directory()).find(TestJobs.until(job, Rungs.step(0, STEPS))))
        .as("how far it was taken since does not matter")
        .contains(pauses.get(0));
    Outcome resumed = train(job, heard -> steps.add(heard.step()));

    assertThat(steps).as("no update twice").hasSize(UPDATES);
    assertThat(pauses.get(0).step()).isEqualTo(2 * 4 * 128);
    assertThat(pauses.get(1).step()).isEqualTo(3 * 4 * 128);
    assertThat(pauses.get(1).standings()).isEqualTo(whole.standings());
    assertThat(whole.standings()).extracting(Standing::episodes).allMatch(episodes -> episodes > 0);
    same(new Outcome.Completed("job", whole), resumed);
    same("policy.safetensors");
    assertThat(metrics("cut")).isEqualTo(metrics("whole"));
    assertThat(job.directory().resolve("paused.json")).doesNotExist();
  }

  @Test
  void aTrainingMayBeCutOffAgainAndAgain() throws IOException {
    Outcome whole = train(job("cartpole-swingup", "whole"), heard -> {});
    for (int times = 0; times < 2; times++) {
      cutOff(job("cartpole-swingup", "cut"), 2);
      cutOff(job("cartpole-swingup", "cut"), 0);
    }
    same(whole, train(job("cartpole-swingup", "cut"), heard -> {}));
    same("policy.safetensors");
    assertThat(metrics("cut")).isEqualTo(metrics("whole"));
  }

  @Test
  void aBrokenCheckpointCostsTimeAndNothingElse() throws IOException {
    Outcome whole = train(job("cartpole-swingup", "whole"), heard -> {});
    cutOff(job("cartpole-swingup", "cut"), 3);
    Path file = new TrainingRecords(folder.resolve("cut")).checkpoint();
    byte[] sound = Files.readAllBytes(file);
    for (int at : new int[] {0, 30, VERSION_AT, sound.length / 2}) {
      byte[] bytes = sound.clone();
      bytes[at] ^= 1;
      begunAnew(whole, file, bytes);
    }
    begunAnew(whole, file, Arrays.copyOf(sound, sound.length / 2));
    begunAnew(whole, file, new byte[0]);
    TrainingCheckpoint.write(
        file,
        TrainingIdentity.of(job("cartpole-swingup", "cut")),
        out -> out.write(new byte[1000]));
    begunAnew(whole, file, Files.readAllBytes(file));
  }

  private void begunAnew(Outcome whole, Path file, byte[] bytes) throws IOException {
    Files.write(file, bytes);
    List<Long> steps = new ArrayList<>();
    same(whole, train(job("cartpole-swingup", "cut"), heard -> steps.add(heard.step())));
    assertThat(steps).hasSize(UPDATES);
  }

  @Test
  void anotherTrainingsCheckpointIsNotTaken() throws IOException {
    cutOff(job("cartpole-swingup", "other"), 3);
    Path other = new TrainingRecords(folder.resolve("other")).checkpoint();
    Job job = job("cartpole-swingup", "cut", 2);
    Files.createDirectories(job.directory());
    Files.copy(other, new TrainingRecords(job.directory()).checkpoint());
    List<Long> steps = new ArrayList<>();
    train(job, heard -> steps.add(heard.step()));
    assertThat(steps).hasSize(UPDATES);
  }

  private Job job(String name, String directory) {
    return job(name, directory, 1);
  }

  private Job job(String name, String directory, long seed) {
    Task task = JavacPrograms.task(name);
    RewardProgram program =
        JavacPrograms.reward(task, "terms.add(\"one\", 1 - 0.01 * action.sumOfSquares());");
    return new Job(
        "job",
        task,
        program,
        seed,
        TestSettings.normalised(STEPS, 4, 128),
        folder.resolve(directory),
        Duration.ofMinutes(5));
  }

  /** Trains with a clock by which each update's checkpoint is due. */
  private static Outcome train(Job job, Consumer<Progress> listener) throws IOException {
    AtomicLong now = new AtomicLong();
    return new Training(
            job, launcher, 1, () -> now.addAndGet(10_000_000_000L), Clock.systemUTC(), listener)
        .run();
  }

  /** Ends a training as a kill would, in the middle of what follows an update. */
  private static void cutOff(Job job, int update) {
    List<Progress> heard = new ArrayList<>();
    assertThatThrownBy(
            () ->
                train(
                    job,
                    progress -> {
                      heard.add(progress);
                      if (heard.size() > update) {
                        throw new IllegalStateException("killed");
                      }
                    }))
        .hasMessage("killed");
  }

  private static void same(Outcome whole, Outcome resumed) {
    TrainingResult expected = ((Outcome.Completed) whole).result();
    assertThat(((Outcome.Completed) resumed).result())
        .usingRecursiveComparison()
        .ignoringFields("seconds", "stepsPerSecond")
        .isEqualTo(expected);
  }

  private void same(String file) throws IOException {
    assertThat(Files.readAllBytes(folder.resolve("cut").resolve(file)))
        .isEqualTo(Files.readAllBytes(folder.resolve("whole").resolve(file)));
  }

  private byte[] events(String directory) throws IOException {
    return Files.readAllBytes(folder.resolve(directory).resolve("events.out.tfevents.guerdon"));
  }

  private List<String> metrics(String directory) throws IOException {
    return Files.readAllLines(folder.resolve(directory).resolve("metrics.jsonl")).stream()
        .map(
            line ->
                line.replaceAll("\"(seconds|steps_per_second|fps|time[^\"]*)\":[0-9.eE+-]+,?", ""))
        .toList();
  }
}
