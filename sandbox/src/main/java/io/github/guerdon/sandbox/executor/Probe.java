package io.github.guerdon.sandbox.executor;

import io.github.guerdon.env.Task;
import io.github.guerdon.reward.slot.RewardProgram;
import io.github.guerdon.sandbox.cell.CellFailure;
import io.github.guerdon.sandbox.cell.CellLauncher;
import io.github.guerdon.sandbox.ppo.Ppo;
import io.github.guerdon.sandbox.ppo.Randomness;
import io.github.guerdon.sandbox.training.ProbeResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Runs a reward on states that a training will meet: worlds that idle, that tremble, that push one
 * way and that swing at several rhythms, so that some fall, some fly and some come to where the
 * task wants them.
 */
final class Probe {

  private static final int STEPS = 400;
  private static final int WORLDS = 16;
  private static final long SEED = 20_26;

  private final List<String> terms;
  private final double[] first;
  private final boolean[] varies;

  /** The reward of each state; no action depends on it, so that the states are a bank. */
  private final List<Double> rewards = new ArrayList<>();

  private Probe(RewardProgram program) {
    terms = program.terms();
    first = new double[terms.size()];
    varies = new boolean[terms.size()];
    Arrays.fill(first, Double.NaN);
  }

  static ProbeResult run(Task task, RewardProgram program, double discount, CellLauncher launcher) {
    try (CellWorlds worlds = CellWorlds.open(task, program, discount, WORLDS, 1, SEED, launcher)) {
      return new Probe(program).run(worlds);
    } catch (CellFailure e) {
      return new ProbeResult.Failed(word(e.cause()), String.valueOf(e.getMessage()));
    }
  }

  private static String word(CellFailure.Cause cause) {
    if (cause instanceof CellFailure.Thrown thrown) {
      return "RUNTIME_" + thrown.exception().replaceAll("^.*[.$]", "");
    }
    return cause.word();
  }

  private ProbeResult run(CellWorlds worlds) throws CellFailure {
    Randomness random = new Randomness(SEED);
    float[] actions = new float[WORLDS * worlds.actionSize()];
    worlds.reset();
    for (int step = 0; step < STEPS; step++) {
      act(step, actions, random);
      worlds.step(actions);
      worlds.evaluate();
      double[] values = worlds.termValues().clone();
      worlds.evaluate();
      Optional<ProbeResult> failed = check(step, worlds, values);
      if (failed.isPresent()) {
        return failed.get();
      }
      worlds.resetEnded();
      worlds.drainEpisodes();
    }
    return verdict();
  }

  /** Fills in the actions of one step, each world in its own manner. */
  private static void act(int step, float[] actions, Randomness random) {
    int size = actions.length / WORLDS;
    for (int i = 0; i < actions.length; i++) {
      int world = i / size;
      int actuator = i % size;
      double noise = 2 * random.uniform() - 1;
      actions[i] =
          (float)
              switch (world) {
                case 0 -> 0;
                case 1 -> 0.1 * noise;
                case 2, 3 -> noise;
                case 4 -> 1;
                case 5 -> -1;
                case 6, 7 -> step % 10 == 0 ? noise : actions[i];
                default -> square(step, world - 7, actuator);
              };
    }
  }

  /** Returns a square wave; neighbouring actuators swing a quarter of a period apart. */
  private static double square(int step, int rhythm, int actuator) {
    int half = 2 + rhythm * rhythm;
    return (step + actuator * half / 2) / half % 2 == 0 ? 1 : -1;
  }

  private Optional<ProbeResult> check(int step, CellWorlds worlds, double[] values) {
    double[] again = worlds.termValues();
    for (int n = 0; n < WORLDS; n++) {
      double sum = 0;
      for (int k = 0; k < terms.size(); k++) {
        int i = n * terms.size() + k;
        if (Double.compare(values[i], again[i]) != 0) {
          return failed(
              "PROBE_STATE",
              "term '%s' is %s and then %s for the same input: keep nothing between calls"
                  .formatted(terms.get(k), values[i], again[i]));
        }
        if (worlds.blownUp()[n]) {
          continue;
        }
        Optional<ProbeResult> bad = checkValue(terms.get(k), values[i], step);
        if (bad.isPresent()) {
          return bad;
        }
        if (Double.isNaN(first[k])) {
          first[k] = values[i];
        }
        varies[k] |= values[i] != first[k]; // by value: −0.0 is 0.0
        sum += values[i];
      }
      if (!worlds.blownUp()[n]) {
        rewards.add(sum);
      }
    }
    return Optional.empty();
  }

  private static Optional<ProbeResult> checkValue(String term, double value, int step) {
    if (!Double.isFinite(value)) {
      return failed(
          "PROBE_NONFINITE",
          "term '%s' is %s at step %d of a probing rollout: guard logarithms, roots and divisions"
              .formatted(term, value, step));
    }
    boolean subnormal = value != 0 && Math.abs(value) < Double.MIN_NORMAL;
    if (Math.abs(value) > Ppo.LARGEST_TERM || subnormal) {
      return failed(
          "PROBE_RANGE",
          ("term '%s' is %s at step %d of a probing rollout, must be 0 or between %s and %s in size:"
                  + " scale it to about 1")
              .formatted(term, value, step, Double.MIN_NORMAL, Ppo.LARGEST_TERM));
    }
    return Optional.empty();
  }

  private ProbeResult verdict() {
    List<String> warnings = new ArrayList<>();
    boolean anyVaries = false;
    for (int k = 0; k < varies.length; k++) {
      anyVaries |= varies[k];
      if (!varies[k]) {
        warnings.add(
            "term '%s' is %s in all probing rollouts".formatted(terms.get(k), first[k] + 0.0));
      }
    }
    if (!anyVaries) {
      return new ProbeResult.Failed(
          "PROBE_CONSTANT",
          "no term varies, so there is nothing to learn: " + String.join("; ", warnings));
    }
    return new ProbeResult.Passed(warnings, rewards);
  }

  private static Optional<ProbeResult> failed(String outcome, String message) {
    return Optional.of(new ProbeResult.Failed(outcome, message));
  }
}
