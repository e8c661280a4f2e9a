package io.github.guerdon.reward.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TermsAndFuelTest {

  @ParameterizedTest
  @CsvSource({
    "forward, forward",
    "Forward Velocity, forward_velocity",
    "Control-Cost, control_cost",
    "forwardVelocity, forward_velocity",
    "Distance-To-Goal, distance_to_goal",
    "ACTION COST, action_cost",
    "a.b, a_b",
  })
  void namesHaveOneNormalForm(String written, String normal) {
    assertThat(TermName.normalise(written)).contains(normal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "1st", "_x", "a\"b", "a<b>", "ä", "aaaaaaaaaabbbbbbbbbbccccccccccddd"})
  void namesWithoutNormalFormAreRefused(String written) {
    assertThat(TermName.normalise(written)).isEmpty();
  }

  @Test
  void repeatedNameAddsUpAndAnAbsentOneIsZero() {
    SlotTerms terms = new SlotTerms(List.of("forward", "effort"));
    terms.add("Forward", 1.5);
    terms.add(0, 2.0);
    assertThat(terms.get(0)).isEqualTo(3.5);
    assertThat(terms.get(1)).isZero();
    terms.clear();
    assertThat(terms.get(0)).isZero();
  }

  @Test
  void fuelEndsACallAtItsLimit() {
    Fuel.refill();
    for (int i = 0; i < Fuel.PER_CALL; i++) {
      Fuel.spend();
    }
    assertThatThrownBy(Fuel::spend)
        .isInstanceOf(Fuel.Exhausted.class)
        .hasMessageContaining("20000");
    Fuel.refill();
    Fuel.spend();
  }

  @Test
  void actionsScaleToTheirRangesAndRememberTheStepBefore() {
    SlotAction action =
        new SlotAction(
            List.of("hip", "wheel"),
            new double[] {-2, Double.NEGATIVE_INFINITY},
            new double[] {2, Double.POSITIVE_INFINITY});
    action.bind(new double[] {1, 4}, 0, new double[] {1, 1}, 0);
    assertThat(action.normalised(0)).isEqualTo(0.5);
    assertThat(action.normalised(1)).isEqualTo(4.0);
    assertThat(action.of("wheel")).isEqualTo(4.0);
    assertThat(action.rate()).isEqualTo(3.0);
    assertThat(action.norm()).isCloseTo(Math.sqrt(17), within(1e-12));
    assertThatThrownBy(() -> action.get(2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> action.of("knee"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("knee")
        .hasMessageContaining("hip");
  }
}
