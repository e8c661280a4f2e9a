package io.github.guerdon.sandbox.executor;

import io.github.guerdon.env.Task;
import io.github.guerdon.reward.slot.RewardProgram;
import io.github.guerdon.sandbox.cell.CellFailure;
import io.github.guerdon.sandbox.cell.CellLauncher;
import io.github.guerdon.sandbox.ppo.Ppo;
import io.github.guerdon.sandbox.ppo.Randomness;
import io.github.guerdon.sandbox.training.ProbeEvidence;
import io.github.guerdon.sandbox.training.ProbeResult;
import io.github.guerdon.sandbox.training.TermProbe;
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

  private static final int IDLE = 0;
  private static final int RANDOM = 2;
  private static final int RANDOM_TOO = 3;

  private final List<String> terms;
  private final Numbers[] all;
  private final Numbers[] idle;
  private final Numbers[] acting;
  private final Numbers[] ending;
  private final double[] first;
  private final boolean[] varies;

  /** The reward of each state; no action depends on it, so that the states are a bank. */
  private final List<Double> rewards = new ArrayList<>();

  private Probe(RewardProgram program) {
    terms = program.terms();
    all = Windows.numbers(terms.size());
    idle = Windows.numbers(terms.size());
    acting = Windows.numbers(terms.size());
    ending = Windows.numbers(terms.size());
    first = new double[terms.size()];
    varies = new boolean[terms.size()];
    Arrays.fill(first, Double.NaN);
  }

  static ProbeResult run(Task task, RewardProgram program, double discount, CellLauncher launcher) {
    Probe probe = new Probe(program);
    try (CellWorlds worlds = CellWorlds.open(task, program, discount, WORLDS, 1, SEED, launcher)) {
      Optional<ProbeResult> refused = probe.run(worlds);
      return refused.isPresent() ? refused.get() : probe.passed(windows(worlds));
    } catch (CellFailure e) {
      return new ProbeResult.Failed(word(e.cause()), String.valueOf(e.getMessage()));
    }
  }

  /** Looks around; no training starts from such states, so that failing there refuses nothing. */
  private static Windows windows(CellWorlds worlds) {
    try (CellWorlds scattered = worlds.scattered(Windows.LENGTH, SEED)) {
      return Windows.run(scattered, new Randomness(SEED));
    } catch (CellFailure e) {
      return Windows.none(worlds.terms().size());
    }
  }

  private static String word(CellFailure.Cause cause) {
    if (cause instanceof CellFailure.Thrown thrown) {
      return "RUNTIME_" + thrown.exception().replaceAll("^.*[.$]", "");
    }
    return cause.word();
  }

  private Optional<ProbeResult> run(CellWorlds worlds) throws CellFailure {
    Randomness random = new Randomness(SEED);
    float[] actions = new float[WORLDS * worlds.actionSize()];
    worlds.reset();
    for (int step = 0; step < STEPS; step++) {
      act(step, actions, random);
      worlds.step(actions);
      double[] values = worlds.evaluate().clone();
      Optional<ProbeResult> failed = check(step, worlds, values, worlds.evaluate());
      if (failed.isPresent()) {
        return failed;
      }
      worlds.resetEnded();
      worlds.drainEpisodes();
    }
    Optional<ProbeResult> vanishing = vanishing();
    return vanishing.isPresent() ? vanishing : constant();
  }

  /** Fills in the actions of one step, each world in its own manner. */
  static void act(int step, float[] actions, Randomness random) {
    int size = actions.length / WORLDS;
    for (int i = 0; i < actions.length; i++) {
      int world = i / size;
      int actuator = i % size;
      double noise = 2 * random.uniform() - 1;
      actions[i] =
          (float)
              switch (world) {
                case IDLE -> 0;
                case 1 -> 0.1 * noise;
                case RANDOM, RANDOM_TOO -> noise;
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

  private Optional<ProbeResult> check(
      int step, CellWorlds worlds, double[] values, double[] again) {
    for (int n = 0; n < WORLDS; n++) {
      double sum = 0;
      for (int k = 0; k < terms.size(); k++) {
        int i = n * terms.size() + k;
        if (Double.compare(values[i], again[i]) != 0) {
          return failed(
              "PROBE_STATE",
              "term '%s' is %s and then %s for the same input: keep nothing between calls"
                  .formatted(terms.get(k), values[i], again[i]),
              terms.get(k),
              values[i]);
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
        all[k].add(values[i]);
        if (worlds.terminated()[n]) {
          ending[k].add(values[i]);
        }
        if (n == IDLE) {
          idle[k].add(values[i]);
        } else if (n == RANDOM || n == RANDOM_TOO) {
          acting[k].add(values[i]);
        }
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
          ProbeResult.Failed.NONFINITE,
          "term '%s' is %s at step %d of a probing rollout: guard logarithms, roots and divisions"
              .formatted(term, value, step),
          term,
          value);
    }
    if (Math.abs(value) > Ppo.LARGEST_TERM) {
      return failed(
          ProbeResult.Failed.RANGE,
          "term '%s' is %s at step %d of a probing rollout, must be at most %s in size: scale it to about 1"
              .formatted(term, value, step, Ppo.LARGEST_TERM),
          term,
          value);
    }
    return Optional.empty();
  }

  /**
   * Refuses a reward with a term that is never of a size to count. One that vanishes far away, as
   * the tails of bells do, is as good as 0 there and no fault.
   */
  private Optional<ProbeResult> vanishing() {
    for (int k = 0; k < terms.size(); k++) {
      double largest = Arrays.stream(all[k].toArray()).map(Math::abs).max().orElse(0);
      if (largest > 0 && largest < Double.MIN_NORMAL) {
        return failed(
            ProbeResult.Failed.RANGE,
            "term '%s' is at most %s in size in all probing rollouts, must be 0 or at least %s: scale it to about 1"
                .formatted(terms.get(k), largest, Double.MIN_NORMAL),
            terms.get(k),
            largest);
      }
    }
    return Optional.empty();
  }

  /** Refuses a reward of which no term ever changes. */
  private Optional<ProbeResult> constant() {
    for (boolean one : varies) {
      if (one) {
        return Optional.empty();
      }
    }
    return failed(
        ProbeResult.Failed.CONSTANT,
        "no term varies, so there is nothing to learn: " + String.join("; ", warnings()),
        "",
        0);
  }

  private List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    for (int k = 0; k < varies.length; k++) {
      if (!varies[k]) {
        warnings.add(
            "term '%s' is %s in all probing rollouts".formatted(terms.get(k), first[k] + 0.0));
      }
    }
    return warnings;
  }

  private ProbeResult passed(Windows windows) {
    List<TermProbe> probed = new ArrayList<>();
    for (int k = 0; k < terms.size(); k++) {
      probed.add(
          new TermProbe(
              terms.get(k),
              all[k].spread(),
              windows.spread(k),
              all[k].zeros(),
              idle[k].mean(),
              acting[k].mean(),
              ending[k].mean(),
              windows.alignment(k),
              windows.pays(k)));
    }
    return new ProbeResult.Passed(
        warnings(),
        rewards,
        new ProbeEvidence(probed, windows.count(), windows.totals(), windows.alignment()));
  }

  private static Optional<ProbeResult> failed(
      String outcome, String message, String term, double value) {
    return Optional.of(new ProbeResult.Failed(outcome, message, term, value));
  }
}
