package io.github.guerdon.critic;

import io.github.guerdon.critic.verdict.CompiledReward;
import io.github.guerdon.reward.Action;
import io.github.guerdon.reward.RewardFunction;
import io.github.guerdon.reward.Shaping;
import io.github.guerdon.reward.slot.Fuel;
import io.github.guerdon.reward.slot.ProgramLoader;
import io.github.guerdon.reward.slot.RewardProgram;
import io.github.guerdon.reward.slot.SlotAction;
import io.github.guerdon.reward.slot.SlotLayout;
import io.github.guerdon.reward.slot.SlotReward;
import io.github.guerdon.reward.slot.SlotState;
import io.github.guerdon.reward.slot.SlotTerms;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Runs a compiled reward on rows of random numbers, in the test's own process. */
final class Worlds {

  private static final int CONTROLS = 6;

  private final Random random;
  private final RewardProgram program;
  private final SlotReward reward;
  private final SlotState before;
  private final SlotState after;
  private final SlotState start;
  private final SlotAction action;
  private final SlotTerms terms;
  private final int width;
  private final List<String> actuators;

  Worlds(CompiledReward compiled, long seed) {
    this(compiled, seed, Vocabularies.HOPPER.names(io.github.guerdon.reward.slot.Kind.ACTUATOR));
  }

  Worlds(CompiledReward compiled, long seed, List<String> actuators) {
    random = new Random(seed);
    this.actuators = actuators;
    program = compiled.program();
    reward = ProgramLoader.load(program.className(), program.classFile(), SlotReward.class);
    SlotLayout layout = program.table().layout();
    width = layout.width();
    before = new SlotState(program.table(), layout, 0.01);
    after = new SlotState(program.table(), layout, 0.01);
    start = new SlotState(program.table(), layout, 0.01);
    before.bindStart(start);
    after.bindStart(start);
    start.bindStart(start);
    double[] low = new double[actuators.size()];
    double[] high = new double[actuators.size()];
    Arrays.fill(low, -1.0);
    Arrays.fill(high, 1.0);
    action = new SlotAction(actuators, low, high);
    terms = new SlotTerms(program.terms());
  }

  /** Draws new states and controls. */
  void draw() {
    for (SlotState state : List.of(before, after, start)) {
      double scale = random.nextInt(4) == 0 ? 100 : 1;
      state.bind(
          random
              .doubles(width)
              .map(x -> random.nextInt(8) == 0 ? 0.0 : scale * (2 * x - 0.7))
              .toArray(),
          0);
    }
    double[] controls = random.doubles(CONTROLS, -1, 1).toArray();
    double[] previous = random.doubles(CONTROLS, -1, 1).toArray();
    action.bind(controls, 0, previous, 0);
    Shaping.discount(0.99);
    Shaping.terminal(random.nextInt(4) == 0);
  }

  /** Draws and runs one step. */
  List<Double> step() {
    draw();
    return lowered();
  }

  /** Runs the lowered program on the states drawn last. */
  List<Double> lowered() {
    Fuel.refill();
    terms.clear();
    reward.reward(before, action, after, terms);
    return values();
  }

  /** Runs a class compiled as written on the states drawn last. */
  List<Double> asWritten(RewardFunction original) {
    terms.clear();
    original.reward(before, (Action) action, after, terms);
    return values();
  }

  private List<Double> values() {
    return IntStream.range(0, terms.size()).mapToObj(terms::get).toList();
  }

  @Override
  public String toString() {
    return program.className() + " over " + actuators;
  }
}
