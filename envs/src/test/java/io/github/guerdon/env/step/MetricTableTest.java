package io.github.guerdon.env.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.guerdon.env.Metric;
import io.github.guerdon.env.file.Expression;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MetricTableTest {

  private static final List<Metric> ALL =
      Arrays.stream(Metric.Over.values())
          .map(
              over ->
                  new Metric(
                      over.name(),
                      new Expression(
                          "x",
                          over == Metric.Over.FRACTION
                              ? Expression.Type.CONDITION
                              : Expression.Type.NUMBER,
                          new Expression.Where("", 1, 1)),
                      over,
                      ""))
          .toList();

  private static double[] values(double number, double condition) {
    double[] values = new double[1 + ALL.size()];
    Arrays.fill(values, number);
    values[values.length - 1] = condition;
    return values;
  }

  @Test
  void eachSummaryIsWhatItsNameSays() {
    MetricTable table = new MetricTable(ALL, 1, 2);
    table.begin(0, values(100, 0));
    table.begin(1, values(10, 1));
    table.add(1, values(3, 1));
    table.add(1, values(5, 0));
    table.add(1, values(4, 1));
    // first, last, min, max, sum, mean, change, fraction
    assertThat(table.values(1, 3)).containsExactly(10.0, 4.0, 3.0, 5.0, 12.0, 4.0, -6.0, 2.0 / 3);
  }

  @Test
  void newEpisodeForgetsTheOldOne() {
    MetricTable table = new MetricTable(ALL, 1, 1);
    table.begin(0, values(10, 1));
    table.add(0, values(3, 1));
    table.begin(0, values(1, 0));
    table.add(0, values(2, 0));
    assertThat(table.values(0, 1)).containsExactly(1.0, 2.0, 2.0, 2.0, 2.0, 2.0, 1.0, 0.0);
  }

  @Test
  void episodeThatBlowsUpAtOnceHasFiniteMetrics() {
    MetricTable table = new MetricTable(ALL, 1, 1);
    table.begin(0, values(7, 1));
    assertThat(table.values(0, 0)).containsExactly(7.0, 7.0, 7.0, 7.0, 0.0, 7.0, 0.0, 0.0);
  }
}
