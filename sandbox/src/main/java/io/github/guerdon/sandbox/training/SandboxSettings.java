package io.github.guerdon.sandbox.training;

/**
 * How trainings are executed; nothing here changes a result.
 *
 * @param trainers processes that train, one job at a time each
 * @param threads threads of physics within each
 */
public record SandboxSettings(int trainers, int threads) {

  /** Checks the bounds. */
  public SandboxSettings {
    if (trainers < 1 || trainers > 1024) {
      throw new IllegalArgumentException("trainers is " + trainers + ", must be from 1 to 1024");
    }
    if (threads < 1 || threads > 1024) {
      throw new IllegalArgumentException("threads is " + threads + ", must be from 1 to 1024");
    }
  }

  /** Returns one trainer a processor, one thread each. */
  public static SandboxSettings defaults() {
    return new SandboxSettings(Runtime.getRuntime().availableProcessors(), 1);
  }

  /** Returns these settings with another number of trainers. */
  public SandboxSettings withTrainers(int count) {
    return new SandboxSettings(count, threads);
  }

  /** Returns these settings with another number of threads in each trainer. */
  public SandboxSettings withThreads(int count) {
    return new SandboxSettings(trainers, count);
  }
}
