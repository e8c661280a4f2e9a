package io.github.guerdon.generator.design;

/**
 * Random numbers that derive from a seed, a purpose and an index by a mixing hash (SplitMix64), so
 * that no draw depends on another's order.
 *
 * @see <a href="https://doi.org/10.1145/2660193.2660195">Steele, Lea and Flood, 2014</a>
 */
public final class Seeds {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  private Seeds(long state) {
    this.state = state;
  }

  /** Returns the seed for a purpose and an index. */
  public static long derive(long seed, String purpose, long index) {
    long hash = mix(seed + GOLDEN);
    for (int i = 0; i < purpose.length(); i++) {
      hash = mix(hash ^ (purpose.charAt(i) * GOLDEN));
    }
    return mix(mix(hash ^ GOLDEN) + index * GOLDEN);
  }

  /** Returns a stream of random numbers from a seed. */
  public static Seeds stream(long seed) {
    return new Seeds(mix(seed));
  }

  /** Returns the next 64 bits. */
  public long next() {
    state += GOLDEN;
    return mix(state);
  }

  /** Returns the next number in [0, 1). */
  public double nextDouble() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  /** Returns the next integer in [0, bound). */
  public int nextInt(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("bound is " + bound + ", must be at least 1");
    }
    return (int) (nextDouble() * bound);
  }

  /** Returns the next normal number of mean 0 and standard deviation 1 (Box and Muller). */
  public double nextGaussian() {
    double radius = Math.sqrt(-2 * StrictMath.log(1 - nextDouble()));
    return radius * StrictMath.cos(2 * StrictMath.PI * nextDouble());
  }

  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return b ^ (b >>> 31);
  }
}
