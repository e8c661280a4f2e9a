package io.github.guerdon.sandbox.cell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.reward.slot.RewardProgram;
import org.junit.jupiter.api.Test;

/** The measurements measure; what they show depends on the machine. */
final class CellBenchTest {

  private static final int ROUNDS = 2_000;
  private static final int BLOCKS = 20;
  private static final int CALLS = 10;

  @Test
  void aRoundTripTakesTime() throws CellFailure {
    CellBench.RoundTrip trip =
        CellBench.roundTrip(
            CellSettings.defaults(),
            Candidates.body("terms.add(0, after.time());"),
            Candidates.SPEC,
            64,
            ROUNDS);
    assertThat(trip.level()).isPositive();
    assertThat(trip.busy()).isBetween(1.0, trip.busyTail());
    assertThat(trip.idle()).isBetween(1.0, trip.idleTail());
  }

  @Test
  void guardsThatDoMuchCostMuch() throws Exception {
    String sum = "double s = 0; for (int i = 0; i < 200; i++) { GUARD s += i; } terms.add(0, s);";
    RewardProgram plain = Candidates.body(sum.replace("GUARD", ""));
    RewardProgram guarded = Candidates.body(sum.replace("GUARD", "Fuel.spend(); ".repeat(40)));
    CellBench.Overhead overhead =
        CellBench.overhead(
            CellSettings.defaults(), guarded, plain, Candidates.SPEC.withCalls(CALLS), BLOCKS);
    assertThat(overhead.own()).isPositive();
    // Forty times the loop's own work are beyond what other work on the machine can hide.
    assertThat(overhead.low()).isPositive().isLessThanOrEqualTo(overhead.share());
    assertThat(overhead.high()).isGreaterThanOrEqualTo(overhead.share());
  }
}
