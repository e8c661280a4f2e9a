package io.github.guerdon.env;

import java.io.IOException;

/**
 * Draws numbers from a stream that a seed and its purpose name, the same on every machine.
 *
 * <p>SplitMix64 (Steele, Lea, Flood 2014). Streams of different indices share no state, so the
 * order in which worlds end changes no draw.
 */
public final class Seeds {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;
  private double spare;
  private boolean hasSpare;

  /** Makes a stream of numbers that the seed alone decides. */
  public Seeds(long seed) {
    state = seed;
  }

  /** Derives a seed from a seed and an index. */
  public static long derive(long seed, long index) {
    return mix(mix(seed + GOLDEN) ^ mix(index * GOLDEN + 1));
  }

  private static long mix(long z) {
    long x = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
    return x ^ (x >>> 31);
  }

  /** Returns a number in [0, 1) with 53 random bits. */
  public double uniform() {
    state += GOLDEN;
    return (mix(state) >>> 11) * 0x1.0p-53;
  }

  /** Returns a standard normal number (Box and Muller). */
  public double normal() {
    if (hasSpare) {
      hasSpare = false;
      return spare;
    }
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
    double angle = 2 * Math.PI * uniform();
    spare = radius * StrictMath.sin(angle);
    hasSpare = true;
    return radius * StrictMath.cos(angle);
  }

  /** Passes the state through a tape. */
  public void pass(Tape tape) throws IOException {
    state = tape.whole(state);
    spare = tape.number(spare);
    hasSpare = tape.flag(hasSpare);
  }
}
