package io.github.guerdon.generator.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.guerdon.env.Score;
import io.github.guerdon.env.Variant;
import io.github.guerdon.env.Variant.Kind;
import io.github.guerdon.env.VariedField;
import io.github.guerdon.generator.report.RobustnessCard.Tried;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RobustnessCardTest {

  private static Tried tried(Kind kind, VariedField field, double factor, boolean met, double fit) {
    Map<VariedField, Double> factors = kind == Kind.NOMINAL ? Map.of() : Map.of(field, factor);
    return new Tried(
        new Variant(kind, factors), new Score(met, met ? 0 : 0.1, fit, Map.of(), 0, 8, 0));
  }

  private static RobustnessCard card(Tried... variants) {
    List<Tried> all = new ArrayList<>();
    all.add(tried(Kind.NOMINAL, VariedField.GRAVITY, 1, true, 10));
    all.addAll(List.of(variants));
    return new RobustnessCard(all);
  }

  private static Tried draw(double fitness) {
    return tried(Kind.DRAW, VariedField.GRAVITY, 1.1, true, fitness);
  }

  @Test
  void worstEndMissesRequirementsBeforeItIsLow() {
    RobustnessCard card =
        card(
            tried(Kind.LOW, VariedField.BODY_MASS, 0.8, true, 4),
            tried(Kind.HIGH, VariedField.BODY_MASS, 1.2, false, 12),
            draw(1));
    assertThat(card.worstEnd().orElseThrow().variant().text()).isEqualTo("body_mass 1.2");
    assertThat(card.sentences())
        .containsExactly(
            "Nominal 10.00.",
            "Worst end 12.00 (requirements missed) with body_mass 1.2.",
            "1 draws: IQM 1.000, lowest 1.000.",
            "0 of 3 variants within 10 % of nominal.");
  }

  @Test
  void variantsHoldWithinATenthOrAboveWhereTheRequirementsAreMet() {
    RobustnessCard card =
        card(
            tried(Kind.LOW, VariedField.GRAVITY, 0.9, true, 9),
            tried(Kind.HIGH, VariedField.GRAVITY, 1.1, true, 8.99),
            draw(25),
            tried(Kind.DRAW, VariedField.GRAVITY, 1.05, false, 10));
    assertThat(card.held()).isEqualTo(2);
    assertThat(card.variants()).isEqualTo(4);
  }

  @Test
  void drawThatBlewUpIsTheLowestAndLeavesTheMiddleHalfAlone() {
    RobustnessCard card =
        card(
            draw(1),
            draw(2),
            draw(3),
            draw(Double.NEGATIVE_INFINITY),
            draw(5),
            draw(6),
            draw(7),
            draw(8));
    assertThat(card.lowest().orElseThrow().score().value()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(card.iqm()).isEqualTo((2 + 3 + 5 + 6) / 4.0);
    assertThat(RobustnessJson.write(card).path("lowest").isNull()).isTrue();
    assertThat(RobustnessJson.write(card).path("worst_end").isNull()).isTrue();
    assertThat(RobustnessJson.write(card).path("draws").asInt()).isEqualTo(8);
  }

  @Test
  void cardBeginsWithTheModelAsItIs() {
    assertThatThrownBy(() -> new RobustnessCard(List.of(draw(1), draw(2))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> card()).isInstanceOf(IllegalArgumentException.class);
  }
}
