package io.github.guerdon.generator.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How many seeds choose the winner among finalists: sequential halving (Karnin, Koren and Somekh
 * 2013, Almost optimal exploration in multi-armed bandits). All finalists begin with a few seeds,
 * the better half goes on with more until one is left, and each round takes as many trainings as
 * the first one. So the seeds go to those that are hard to tell apart: what a policy comes to
 * differs with its seed, and two seeds have chosen rewards that fail on every third.
 *
 * @param finalists how many there are, at least 1
 * @param seeds how many each begins with, at least 1
 */
public record Halving(int finalists, int seeds) {

  /** Checks the numbers. */
  public Halving {
    if (finalists < 1 || seeds < 1) {
      throw new IllegalArgumentException("there is a finalist and a seed at least");
    }
  }

  /**
   * A round.
   *
   * @param finalists how many are in it
   * @param seeds how many each of them has by its end, earlier rounds' included
   * @param more how many of them are new
   * @param keep how many are left after it
   */
  public record Round(int finalists, int seeds, int more, int keep) {

    private long trainings() {
      return (long) finalists * more;
    }
  }

  /** Returns the rounds until one is left; none for a single finalist. */
  public List<Round> rounds() {
    List<Round> rounds = new ArrayList<>();
    int all = 0;
    for (int left = finalists; left > 1; left = half(left)) {
      int more = finalists * seeds / left;
      all += more;
      rounds.add(new Round(left, all, more, half(left)));
    }
    return rounds;
  }

  private static int half(int of) {
    return (of + 1) / 2;
  }

  /** Returns how many trainings all rounds take at most. */
  long trainings() {
    return rounds().stream().mapToLong(Round::trainings).sum();
  }

  /** Returns a line for people. */
  String line() {
    if (finalists == 1) {
      return "1 finalist";
    }
    return rounds().stream()
        .map(r -> r.finalists() + " of them, " + r.more() + " more training(s) each")
        .collect(Collectors.joining("; the better "))
        .replaceFirst(" of them", " finalists");
  }
}
