package io.github.guerdon.generator.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CmaEsTest {

  private static final double[] START = {0.9, 0.1, 0.5};
  private static final double[] BEST = {0.3, 0.6, 0.2};

  private static double loss(double[] point) {
    double sum = 0;
    for (int i = 0; i < point.length; i++) {
      sum += (i + 1) * (point[i] - BEST[i]) * (point[i] - BEST[i]);
    }
    return sum;
  }

  /** Asks for so many generations and returns all points in order. */
  private static List<double[]> run(CmaEs strategy, int generations) {
    List<double[]> points = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < generations; i++) {
      for (double[] point : strategy.ask(values)) {
        points.add(point);
      }
      values = points.stream().map(CmaEsTest::loss).toList();
    }
    return points;
  }

  @Test
  void firstPointIsTheStartAndGenerationsAreWhole() {
    CmaEs strategy = new CmaEs(START, 1);
    assertThat(strategy.population()).isEqualTo(7);
    List<double[]> first = strategy.ask(List.of());
    assertThat(first).hasSize(8);
    assertThat(first.get(0)).containsExactly(START);
    assertThat(strategy.ask(first.stream().map(CmaEsTest::loss).toList())).hasSize(7);
  }

  @Test
  void pointsComeNearTheBestOfABowl() {
    List<double[]> points = run(new CmaEs(START, 1), 30);
    double best = points.stream().mapToDouble(CmaEsTest::loss).min().orElseThrow();
    assertThat(best).isLessThan(1e-3).isLessThan(loss(START) / 100);
    assertThat(points).allMatch(p -> Arrays.stream(p).allMatch(x -> x >= 0 && x <= 1));
  }

  @Test
  void sameSeedAndValuesGiveTheSamePointsFromAnyNewStrategy() {
    List<double[]> points = run(new CmaEs(START, 5), 4);
    List<Double> values = points.stream().map(CmaEsTest::loss).toList();
    List<double[]> again = new CmaEs(START, 5).ask(values.subList(0, 1 + 2 * 7));
    assertThat(again).hasSize(7);
    for (int i = 0; i < again.size(); i++) {
      assertThat(again.get(i)).containsExactly(points.get(1 + 2 * 7 + i));
    }
    assertThat(run(new CmaEs(START, 6), 1).get(1)).isNotEqualTo(points.get(1));
  }

  @Test
  void oneConstantIsTunedToo() {
    List<double[]> points = new CmaEs(new double[] {0.5}, 1).ask(List.of());
    assertThat(points).hasSize(5).allMatch(p -> p.length == 1);
  }

  @Test
  void halfAGenerationIsRefused() {
    assertThatThrownBy(() -> new CmaEs(START, 1).ask(List.of(1.0, 2.0)))
        .hasMessageContaining("2 values are no whole generations of 7");
  }
}
