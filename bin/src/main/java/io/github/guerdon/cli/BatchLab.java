package io.github.guerdon.cli;

import io.github.guerdon.critic.RewardSource;
import io.github.guerdon.critic.reviewer.ReviewerException;
import io.github.guerdon.critic.reviewer.ReviewerProcess;
import io.github.guerdon.generator.batch.Experiment;
import io.github.guerdon.generator.batch.ExperimentOutcome;
import io.github.guerdon.generator.batch.ExperimentOutcome.Broken;
import io.github.guerdon.generator.batch.ExperimentOutcome.Done;
import io.github.guerdon.generator.batch.ExperimentOutcome.Stopped;
import io.github.guerdon.generator.batch.ExperimentResult;
import io.github.guerdon.generator.batch.Experimenter;
import io.github.guerdon.generator.batch.SharedTrainings;
import io.github.guerdon.generator.llm.account.PriceTable;
import io.github.guerdon.generator.report.Halt;
import io.github.guerdon.generator.report.SearchResult;
import io.github.guerdon.generator.run.RunDirectory;
import io.github.guerdon.generator.run.RunException;
import io.github.guerdon.generator.run.RunRecord;
import io.github.guerdon.generator.search.Cancellation;
import io.github.guerdon.generator.search.Laboratory;
import io.github.guerdon.generator.search.SandboxRoom;
import io.github.guerdon.generator.search.Search;
import io.github.guerdon.generator.search.SearchTask;
import io.github.guerdon.generator.search.TrainingRoom;
import io.github.guerdon.prompt.Prompts;
import io.github.guerdon.sandbox.Sandbox;
import io.github.guerdon.sandbox.record.TrainingStore;
import io.github.guerdon.sandbox.training.SandboxException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Runs the searches of a batch with one sandbox, one reviewer and one store of trainings. */
final class BatchLab implements Experimenter {

  private final Map<Experiment, Prepared> prepared;
  private final Designers designers;
  private final @Nullable Path keyFile;
  private final Prompts prompts;
  private final PriceTable prices;
  private final Sandbox sandbox;
  private final ReviewerProcess reviewer;
  private final TrainingStore store;
  private final SharedTrainings shared;
  private final Cancellation cancellation;
  private final BatchProgress progress;

  BatchLab(
      Map<Experiment, Prepared> prepared,
      Designers designers,
      @Nullable Path keyFile,
      Prompts prompts,
      PriceTable prices,
      Sandbox sandbox,
      ReviewerProcess reviewer,
      Path trainings,
      Cancellation cancellation,
      BatchProgress progress) {
    this.prepared = prepared;
    this.designers = designers;
    this.keyFile = keyFile;
    this.prompts = prompts;
    this.prices = prices;
    this.sandbox = sandbox;
    this.reviewer = reviewer;
    this.store = new TrainingStore(trainings);
    this.shared = new SharedTrainings(cancellation);
    this.cancellation = cancellation;
    this.progress = progress;
  }

  @Override
  public ExperimentOutcome run(Experiment experiment, Path folder) {
    Prepared one = Objects.requireNonNull(prepared.get(experiment));
    try (RunDirectory run = open(one, folder)) {
      return outcome(one, search(experiment, one, run), run);
    } catch (RunException | SandboxException | ReviewerException | UncheckedIOException e) {
      return cancellation.cancelled()
          ? Stopped.by(cancellation)
          : new Broken(Failures.text(e), false);
    } catch (CommandFailure e) {
      return new Broken(Failures.text(e), e.exit() == ExitCode.USAGE);
    }
  }

  private RunDirectory open(Prepared one, Path folder) throws RunException {
    if (Files.exists(folder.resolve("run.json"))) {
      return RunDirectory.resume(folder);
    }
    RunDirectory run =
        RunDirectory.create(
            folder,
            RunRecord.of(
                Tasks.lasting(one.source()),
                one.task(),
                one.choice().name(),
                one.choice().options(),
                one.settings(),
                one.caps(),
                Versions.all(one.task()),
                sandbox.sandboxLevel(),
                sandbox.sandboxProof(),
                Instant.now()));
    if (!one.choice().offline()) {
      Designers.keep(run, prompts, prices);
    }
    return run;
  }

  private SearchResult search(Experiment experiment, Prepared one, RunDirectory run) {
    TrainingRoom room =
        shared.room(
            new SandboxRoom(sandbox, one.task(), cancellation),
            o -> store.folder(one.task(), o.program(), o.seed(), o.settings()));
    // The file is the user's own word, read anew each time: so is the address in it.
    ModelOptions told =
        one.choice().offline()
            ? new ModelOptions()
            : ModelOptions.at(one.choice().settings().baseUrl(), keyFile);
    return Search.run(
        new Laboratory(
            SearchTask.of(one.task()),
            designers.open(run, one.task(), told),
            text -> reviewer.review(RewardSource.of(text), one.task().vocabulary()),
            room,
            run,
            progress.of(experiment),
            cancellation,
            System::nanoTime));
  }

  private ExperimentOutcome outcome(Prepared one, SearchResult result, RunDirectory run) {
    String halted = result.halt().map(Halt::message).orElse("");
    return switch (result.reason()) {
      case CANCELLED, TIME_CAP -> Stopped.by(cancellation);
      case DESIGNER_SETTING -> new Broken(halted, true);
      case DESIGNER_UNREACHABLE -> new Broken(halted, false);
      case COMPLETED, TRAININGS_CAP, STEPS_CAP, DESIGN_CAP, NO_VALID_CANDIDATE ->
          new Done(ExperimentResult.of(one.identity(), result, run.trainings()));
    };
  }
}
