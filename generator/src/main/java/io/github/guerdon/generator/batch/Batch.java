package io.github.guerdon.generator.batch;

import io.github.guerdon.generator.batch.ExperimentOutcome.Done;
import io.github.guerdon.generator.batch.ExperimentOutcome.Stopped;
import io.github.guerdon.generator.search.Cancellation;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs the experiments of a batch, several at a time. */
public final class Batch {

  private final BatchPlan plan;
  private final BatchDirectory directory;
  private final Experimenter experimenter;
  private final Cancellation cancellation;
  private final BatchListener listener;

  private Batch(
      BatchPlan plan,
      BatchDirectory directory,
      Experimenter experimenter,
      Cancellation cancellation,
      BatchListener listener) {
    this.plan = plan;
    this.directory = directory;
    this.experimenter = experimenter;
    this.cancellation = cancellation;
    this.listener = listener;
  }

  /**
   * Runs what is not done yet, judges all of it and writes the report.
   *
   * @param atOnce how many experiments run at a time; changes no result
   * @param baseline what to compare with, if anything
   * @param started the time, for the report
   * @throws BatchException if an earlier result in the folder is damaged
   */
  public static BatchReport run(
      BatchPlan plan,
      BatchDirectory directory,
      Experimenter experimenter,
      int atOnce,
      Cancellation cancellation,
      Optional<Baseline> baseline,
      BatchListener listener,
      Instant started)
      throws BatchException {
    Batch batch = new Batch(plan, directory, experimenter, cancellation, listener);
    Map<Experiment, ExperimentOutcome> outcomes = batch.outcomes(atOnce);
    BatchReport report = BatchReport.of(plan, outcomes, baseline, started);
    directory.write(report);
    return report;
  }

  private Map<Experiment, ExperimentOutcome> outcomes(int atOnce) throws BatchException {
    Map<Experiment, ExperimentOutcome> outcomes = new LinkedHashMap<>();
    Map<Experiment, Future<ExperimentOutcome>> open = new LinkedHashMap<>();
    ExecutorService threads = Executors.newFixedThreadPool(atOnce, Batch::thread);
    boolean whole = false;
    try {
      for (Experiment experiment : plan.experiments()) {
        Optional<ExperimentResult> known = directory.find(experiment);
        // Keeps the plan's order; the value is put in below.
        outcomes.put(
            experiment,
            known.<ExperimentOutcome>map(Done::new).orElseGet(() -> Stopped.by(cancellation)));
        if (known.isPresent()) {
          listener.ended(experiment, new Done(known.get()), true);
        } else {
          open.put(experiment, threads.submit(() -> run(experiment)));
        }
      }
      for (Map.Entry<Experiment, Future<ExperimentOutcome>> each : open.entrySet()) {
        outcomes.put(each.getKey(), ended(each.getValue()));
      }
      whole = true;
      return outcomes;
    } finally {
      if (!whole) {
        cancellation.cancel();
      }
      threads.shutdown();
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "experiment");
    thread.setDaemon(true);
    return thread;
  }

  private ExperimentOutcome run(Experiment experiment) {
    if (cancellation.cancelled()) {
      return Stopped.by(cancellation);
    }
    listener.begun(experiment);
    ExperimentOutcome outcome = experimenter.run(experiment, directory.run(experiment));
    if (outcome instanceof Done done) {
      directory.keep(experiment, done.result());
    }
    listener.ended(experiment, outcome, false);
    return outcome;
  }

  private static ExperimentOutcome ended(Future<ExperimentOutcome> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while experiments were running", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException("an experiment ended in an error", e.getCause());
    }
  }
}
