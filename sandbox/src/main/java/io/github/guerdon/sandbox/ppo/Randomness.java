package io.github.guerdon.sandbox.ppo;

import io.github.guerdon.env.Tape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Pseudo-random numbers that are the same for a seed on every machine and Java version.
 *
 * <p>xoshiro256++ by Blackman and Vigna (https://prng.di.unimi.it/xoshiro256plusplus.c), filled by
 * SplitMix64; normal numbers by Marsaglia's polar method over {@link StrictMath}.
 */
public final class Randomness {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long a;
  private long b;
  private long c;
  private long d;
  private double spare;
  private boolean spareKept;

  /** Makes a generator; any seed is good. */
  public Randomness(long seed) {
    long stream = seed + GOLDEN;
    a = mix(stream);
    stream += GOLDEN;
    b = mix(stream);
    stream += GOLDEN;
    c = mix(stream);
    stream += GOLDEN;
    d = mix(stream);
  }

  /** Returns the seed for one purpose and number, derived from a common seed. */
  public static long derive(long seed, String purpose, long index) {
    long hash = mix(seed + GOLDEN);
    for (byte letter : purpose.getBytes(StandardCharsets.UTF_8)) {
      hash = mix(hash ^ letter);
    }
    return mix(hash ^ mix(index + GOLDEN));
  }

  /** SplitMix64's finaliser. */
  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Returns 64 random bits. */
  public long bits() {
    long result = Long.rotateLeft(a + d, 23) + a;
    long t = b << 17;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = Long.rotateLeft(d, 45);
    return result;
  }

  /** Returns a number from {@code [0, 1)}. */
  public double uniform() {
    return (bits() >>> 11) * 0x1.0p-53;
  }

  /** Returns a normal number of mean 0 and variance 1. */
  public double normal() {
    if (spareKept) {
      spareKept = false;
      return spare;
    }
    double x;
    double y;
    double square;
    do {
      x = 2 * uniform() - 1;
      y = 2 * uniform() - 1;
      square = x * x + y * y;
    } while (square >= 1 || square == 0);
    double scale = Math.sqrt(-2 * StrictMath.log(square) / square);
    spare = y * scale;
    spareKept = true;
    return x * scale;
  }

  /** Puts an array in random order (Fisher and Yates). */
  public void shuffle(int[] values) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = (int) (((bits() >>> 32) * (i + 1)) >>> 32);
      int kept = values[i];
      values[i] = values[j];
      values[j] = kept;
    }
  }

  void pass(Tape tape) throws IOException {
    a = tape.whole(a);
    b = tape.whole(b);
    c = tape.whole(c);
    d = tape.whole(d);
    spare = tape.number(spare);
    spareKept = tape.flag(spareKept);
  }
}
