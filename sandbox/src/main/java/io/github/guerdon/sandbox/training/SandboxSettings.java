package io.github.guerdon.sandbox.training;

/**
 * How trainings are executed; nothing here changes a result.
 *
 * @param trainers processes that train, one job at a time each
 * @param threads threads of a training within each
 * @param weakAllowed whether rewards may run in plain processes where none can be sealed
 */
public record SandboxSettings(int trainers, int threads, boolean weakAllowed) {

  /** Makes settings that need sealed reward processes. */
  public SandboxSettings(int trainers, int threads) {
    this(trainers, threads, false);
  }

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
    return new SandboxSettings(count, threads, weakAllowed);
  }

  /** Returns these settings with another number of threads in each trainer. */
  public SandboxSettings withThreads(int count) {
    return new SandboxSettings(trainers, count, weakAllowed);
  }

  /**
   * Returns these settings that accept sandbox level 0, or refuse it: level 1 is the least that
   * keeps a reward from files, network and other processes.
   */
  public SandboxSettings withWeakAllowed(boolean allowed) {
    return new SandboxSettings(trainers, threads, allowed);
  }
}
