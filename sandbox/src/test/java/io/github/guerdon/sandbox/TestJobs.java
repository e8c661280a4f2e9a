package io.github.guerdon.sandbox;

import io.github.guerdon.sandbox.training.Job;

/** Jobs like others. */
public final class TestJobs {

  private TestJobs() {}

  /** Returns a job that pauses after some environment steps. */
  public static Job until(Job job, long step) {
    return new Job(
        job.id(),
        job.task(),
        job.program(),
        job.seed(),
        job.settings(),
        job.directory(),
        job.deadline(),
        step);
  }
}
