package io.github.guerdon.generator.tune;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleBounds;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.CMAESOptimizer;
import org.hipparchus.random.Well19937c;

/**
 * CMA-ES in the unit cube, asked for a generation at a time.
 *
 * <p>The library's optimiser wants to call a function, one point after another. It is deterministic
 * for a seed, and the points of a generation do not depend on each other's values; so it is run
 * from its start with the values known so far, and the points that it asks for after them are the
 * next generation. A tuner needs no state but its history, and a resumed one goes on as if it had
 * never been stopped.
 *
 * @see <a href="https://arxiv.org/abs/1604.00772">Hansen, 2016</a>
 */
public final class CmaEs {

  /**
   * A third of the cube's half: far enough to leave a poor start, near enough to use a good one.
   */
  private static final double SIGMA = 0.2;

  private final double[] start;
  private final long seed;
  private final int population;

  /**
   * Makes a strategy.
   *
   * @param start the first point, in the unit cube
   * @param seed what its random numbers derive from
   */
  public CmaEs(double[] start, long seed) {
    this.start = start.clone();
    this.seed = seed;
    this.population = 4 + (int) (3 * Math.log(start.length));
  }

  /** Returns how many points a generation has; the first also has the start in front. */
  public int population() {
    return population;
  }

  /**
   * Returns the next generation's points: the start and a generation at first, then a generation a
   * time; none once the strategy has converged.
   *
   * @param values of all points so far, in their order; less is better
   */
  public List<double[]> ask(List<Double> values) {
    if (!values.isEmpty() && (values.size() - 1) % population != 0) {
      throw new IllegalArgumentException(
          values.size() + " values are no whole generations of " + population + " and a start");
    }
    int generations = values.isEmpty() ? 1 : 1 + (values.size() - 1) / population;
    List<double[]> asked = new ArrayList<>();
    int[] calls = {0};
    CMAESOptimizer optimizer =
        new CMAESOptimizer(
            generations, 0, true, 0, 0, new Well19937c(seed), false, /* checker= */ null);
    try {
      optimizer.optimize(
          new MaxEval(1 + generations * population),
          new ObjectiveFunction(
              point -> {
                int call = calls[0]++;
                if (call < values.size()) {
                  return values.get(call);
                }
                asked.add(point.clone());
                return 0;
              }),
          GoalType.MINIMIZE,
          new InitialGuess(start),
          new SimpleBounds(all(0), all(1)),
          new CMAESOptimizer.Sigma(all(SIGMA)),
          new CMAESOptimizer.PopulationSize(population));
    } catch (MathIllegalStateException e) {
      // The generations asked for are used up: that is how the library ends.
      return asked;
    }
    return asked;
  }

  private double[] all(double value) {
    double[] values = new double[start.length];
    Arrays.fill(values, value);
    return values;
  }
}
