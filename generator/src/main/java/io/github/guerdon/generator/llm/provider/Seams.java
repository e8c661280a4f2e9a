package io.github.guerdon.generator.llm.provider;

import io.github.guerdon.generator.llm.ModelRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import java.util.random.RandomGenerator;

/**
 * What a model takes from the world besides the network.
 *
 * @param jitter spreads the waits between attempts; used under a lock
 * @param clock the time of day, against which a provider's date is held
 * @param nanoTime a clock that only runs forward, for durations
 * @param sleep waits between attempts
 * @param tokens the most tokens that a request can have, for what is reserved before it is sent
 */
public record Seams(
    RandomGenerator jitter,
    InstantSource clock,
    LongSupplier nanoTime,
    Sleep sleep,
    ToLongFunction<ModelRequest> tokens) {

  /** Waits. */
  @FunctionalInterface
  public interface Sleep {

    /** Waits that long. */
    void pause(Duration duration) throws InterruptedException;
  }

  /** Checks that nothing is missing. */
  public Seams {
    Objects.requireNonNull(jitter);
    Objects.requireNonNull(clock);
    Objects.requireNonNull(nanoTime);
    Objects.requireNonNull(sleep);
    Objects.requireNonNull(tokens);
  }

  /** Returns real time, with a source of jitter and a counter of tokens. */
  public static Seams real(RandomGenerator jitter, ToLongFunction<ModelRequest> tokens) {
    return new Seams(
        jitter,
        InstantSource.system(),
        System::nanoTime,
        duration -> TimeUnit.NANOSECONDS.sleep(duration.toNanos()),
        tokens);
  }
}
