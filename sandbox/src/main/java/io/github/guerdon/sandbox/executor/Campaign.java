package io.github.guerdon.sandbox.executor;

import io.github.guerdon.sandbox.record.TrainingIdentity;
import io.github.guerdon.sandbox.record.TrainingRecords;
import io.github.guerdon.sandbox.training.Job;
import io.github.guerdon.sandbox.training.Outcome;
import io.github.guerdon.sandbox.training.SandboxException;
import io.github.guerdon.sandbox.training.TrainingListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;

/**
 * One call of train: drivers, one thread a trainer, take jobs in order; the calling thread waits
 * and speaks to the listener.
 */
final class Campaign {

  private final TrainerPool pool;
  private final List<Job> jobs;
  private final TrainingListener listener;
  private final Map<Path, List<Job>> byFolder = new LinkedHashMap<>();
  private final ConcurrentLinkedQueue<Job> waiting = new ConcurrentLinkedQueue<>();
  private final BlockingQueue<Runnable> events = new LinkedBlockingQueue<>();
  private final Set<TrainerSlot> busy = ConcurrentHashMap.newKeySet();
  private final Map<String, Outcome> outcomes = new HashMap<>();
  private volatile boolean stopped;

  Campaign(TrainerPool pool, List<Job> jobs, TrainingListener listener) {
    this.pool = pool;
    this.jobs = List.copyOf(jobs);
    this.listener = listener;
    Set<String> ids = new HashSet<>();
    for (Job job : jobs) {
      if (!ids.add(job.id())) {
        throw new IllegalArgumentException("two jobs have the id '" + job.id() + "'");
      }
      Path folder = job.directory().toAbsolutePath().normalize();
      byFolder.computeIfAbsent(folder, key -> new ArrayList<>()).add(job);
    }
    byFolder.forEach(Campaign::requireSameTraining);
  }

  private static void requireSameTraining(Path folder, List<Job> sharing) {
    if (sharing.stream().map(TrainingIdentity::of).distinct().count() > 1) {
      throw new IllegalArgumentException(
          "jobs %s share the folder %s but are different trainings: give each its own"
              .formatted(sharing.stream().map(Job::id).toList(), folder));
    }
  }

  /** Runs all jobs with at most so many trainers. */
  List<Outcome> run(int trainers) {
    for (List<Job> sharing : byFolder.values()) {
      Optional<Outcome> known = known(sharing.get(0));
      if (known.isPresent()) {
        finish(known.get());
      } else {
        waiting.add(sharing.get(0));
      }
    }
    List<Thread> drivers =
        IntStream.range(0, Math.min(trainers, waiting.size())).mapToObj(this::driver).toList();
    boolean done = false;
    try {
      drivers.forEach(Thread::start);
      while (outcomes.size() < jobs.size()) {
        events.take().run();
      }
      done = true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while jobs were running");
    } finally {
      if (!done) {
        stop(drivers);
      }
    }
    return jobs.stream().map(Job::id).map(id -> outcomes.get(id)).toList();
  }

  private static Optional<Outcome> known(Job job) {
    try {
      return new TrainingRecords(job.directory()).find(job);
    } catch (IOException e) {
      throw new SandboxException(e.getMessage() == null ? e.toString() : e.getMessage(), e);
    }
  }

  /** Takes note of an outcome, for every job that is this training; on the calling thread. */
  private void finish(Outcome outcome) {
    for (List<Job> sharing : byFolder.values()) {
      if (sharing.get(0).id().equals(outcome.job())) {
        for (Job job : sharing) {
          Outcome own = Outcomes.forJob(job.id(), outcome);
          outcomes.put(job.id(), own);
          listener.finished(own);
        }
      }
    }
  }

  private Thread driver(int number) {
    Thread driver = new Thread(this::drive, "trainer-driver-" + number);
    driver.setUncaughtExceptionHandler((thread, e) -> events.add(() -> fail(e)));
    return driver;
  }

  /** Ends the campaign with what ended a driver; on the calling thread. */
  private static void fail(Throwable e) {
    throw e instanceof SandboxException known
        ? known
        : new SandboxException("a job could not be run: " + e, e);
  }

  /** Trains waiting jobs until there are none. */
  private void drive() {
    for (Job job = waiting.poll(); job != null && !stopped; job = waiting.poll()) {
      TrainerSlot slot = pool.take();
      busy.add(slot);
      try {
        Outcome outcome =
            slot.train(job, progress -> events.add(() -> listener.progress(progress)));
        events.add(() -> finish(outcome));
      } finally {
        busy.remove(slot);
        pool.giveBack(slot);
      }
    }
  }

  /** Kills what is running, so that nothing works on for a call that has ended. */
  private void stop(List<Thread> drivers) {
    stopped = true;
    drivers.forEach(Thread::interrupt);
    boolean interrupted = Thread.interrupted();
    while (drivers.stream().anyMatch(Thread::isAlive)) {
      busy.forEach(TrainerSlot::stop); // again and again: one may have been starting
      try {
        drivers.get(0).join(10);
        Thread.sleep(1);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
