package io.github.guerdon.sandbox.cell;

import static io.github.guerdon.sandbox.cell.Candidates.rows;

import java.util.stream.IntStream;

/** A step's arrays as an environment would keep them: all numbers differ, the last world ends. */
final class Step {

  private static final int WIDTH = Candidates.TABLE.layout().width();
  private static final int ACTUATORS = Candidates.SPEC.actuators().size();

  private final int worlds;
  private final double[] before;
  private final double[] after;
  private final double[] start;
  private final double[] controls;
  private final double[] previous;
  private final boolean[] terminal;
  private final int[] projection = IntStream.range(0, WIDTH).toArray();

  Step(int worlds) {
    this.worlds = worlds;
    before = rows(worlds, WIDTH, 1000);
    after = rows(worlds, WIDTH, 2000);
    start = rows(worlds, WIDTH, 3000);
    controls = rows(worlds, ACTUATORS, 4000);
    previous = rows(worlds, ACTUATORS, 5000);
    terminal = new boolean[worlds];
    terminal[worlds - 1] = true;
  }

  double[] controls() {
    return controls;
  }

  void add(Frame frame) {
    frame.add(worlds, before, after, start, WIDTH, projection, controls, previous, terminal);
  }

  void fill(Frame frame) {
    frame.fill(worlds, before, after, start, WIDTH, projection, controls, previous, terminal);
  }
}
